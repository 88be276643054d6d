import express, { type Response, type Router } from 'express'
import type { Health } from '../app-process.ts'

export type HealthReader = () => Promise<Health>

/** `/health/live`: the process answers. `/health/ready` and `/health`: visitors can book, with the parts' states. */
export function answerHealth(findReader: () => HealthReader | null): Router {
  const router = express.Router()
  router.get('/live', (_request, response) => void send(response, 200, { isLive: true }))
  router.get(['/', '/ready'], (_request, response, next) => {
    readHealth(findReader()).then((health) => send(response, health.isReady ? 200 : 503, health), next)
  })
  return router
}

async function readHealth(read: HealthReader | null): Promise<Partial<Health> & { isReady: boolean }> {
  return read ? read() : { isReady: false }
}

function send(response: Response, status: number, health: object): void {
  response.status(status).set('Cache-Control', 'no-store').json(health)
}
