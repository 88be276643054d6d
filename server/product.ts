import type { Server } from 'node:http'
import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { RequestHandler } from 'express'
import { log } from '#app/platform/log.server.ts'
import type { AppProcess, Build, LiveKitState } from './app-process.ts'
import { loadBuild } from './build.ts'
import { startDevelopment } from './development.ts'
import { createBuildPicker } from './http/pick-routes.ts'
import { staticFiles } from './http/files/static-files.ts'
import { visitorOf } from './http/visitor.ts'

/** The product out of the server build: its pages, and what runs beside them. */
export type RunningProduct = {
  pages: RequestHandler
  files: RequestHandler
  prepareWorld: AppProcess['prepareWorld']
  readHealth: AppProcess['readHealth']
  tellLiveKitState: (state: LiveKitState, note: string | null) => void
  stop: () => Promise<void>
}

/** Loads the build and starts its jobs and live updates. */
export async function startProduct(buildFolder: string): Promise<RunningProduct> {
  const build = await loadBuild(buildFolder)
  const app = build.entry.module
  const { stop } = await app.startApp()
  return {
    pages: pagesByPath(build),
    files: staticFiles(join(buildFolder, 'client')),
    prepareWorld: app.prepareWorld,
    readHealth: app.readHealth,
    tellLiveKitState: (state, note) => tellState(app, state, note),
    stop,
  }
}

/**
 * The same from the sources as they stand. After a change the next request starts the new code,
 * and jobs and live updates of the old code are stopped.
 */
export async function startDevelopmentProduct(server: Server): Promise<RunningProduct> {
  const development = await startDevelopment(server)
  let app = (await development.loadBuild()).entry.module
  let running = await app.startApp()
  let lastState: [LiveKitState, string | null] = ['starting', null]
  let turn: Promise<unknown> = Promise.resolve()
  const renew = async (build: Build) => {
    if (build.entry.module === app) return
    app = build.entry.module
    await running.stop()
    running = await app.startApp()
    app.setLiveKitState(...lastState)
  }
  const loadNewest = async () => {
    const build = await development.loadBuild()
    turn = turn.then(() => renew(build))
    await turn
    return build
  }
  return {
    pages: pagesOf(loadNewest, 'development'),
    files: development.files,
    prepareWorld: () => app.prepareWorld(),
    readHealth: () => app.readHealth(),
    tellLiveKitState: (state, note) => tellState(app, ...(lastState = [state, note])),
    stop: async () => {
      await development.close()
      await running.stop()
    },
  }
}

/** One handler for each set of routes that a path can match, made when it is first asked for. */
function pagesByPath(build: Build): RequestHandler {
  const pick = createBuildPicker(build)
  const handlers = new Map<Build, RequestHandler>()
  return (request, response, next) => {
    const picked = pick(request.url)
    const handle = handlers.get(picked) ?? pagesOf(picked, 'production')
    handlers.set(picked, handle)
    handle(request, response, next)
  }
}

function pagesOf(build: Build | (() => Promise<Build>), mode: 'production' | 'development'): RequestHandler {
  const handle = createRequestHandler({ build, mode, getLoadContext: visitorOf })
  return (request, response, next) => void handle(request, response, next)
}

/** Whenever LiveKit comes up it knows no rooms, so the open ones are made again. */
function tellState(app: AppProcess, state: LiveKitState, note: string | null): void {
  app.setLiveKitState(state, note)
  if (state === 'ready') app.reopenRooms().catch((error: unknown) => log('error', 'rooms-not-reopened', { error }))
}
