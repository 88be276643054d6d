import { join } from 'node:path'
import express, { type Router } from 'express'
import { preferCompressed } from './compressed-files.ts'
import { refuse } from '../refusals.ts'

/** Built files carry a hash of their text in the name, so a browser keeps them for a year; the rest an hour. */
export function staticFiles(clientFolder: string): Router {
  const router = express.Router()
  const plain = { index: false, redirect: false } as const
  const assets = join(clientFolder, 'assets')
  router.use('/assets', preferCompressed(assets), express.static(assets, { ...plain, immutable: true, maxAge: '1y' }))
  router.use('/assets', (_request, response) => refuse(response, 404))
  router.use(express.static(clientFolder, { ...plain, maxAge: '1h' }))
  return router
}
