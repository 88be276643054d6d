import type { Server } from 'node:http'
import type { RequestHandler } from 'express'
import { PROJECT_FOLDER } from './build.ts'
import { checkBuild, type Build } from './app-process.ts'

export type Development = { files: RequestHandler; loadBuild: () => Promise<Build>; close: () => Promise<void> }

/** Vite inside our own server: sources are read as they stand, and pages reload after a change. */
export async function startDevelopment(server: Server): Promise<Development> {
  const { createServer } = await import('vite')
  const keepOwnSignals = watchSignals()
  const vite = await createServer({
    root: PROJECT_FOLDER,
    configFile: 'remix.config.js',
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  })
  keepOwnSignals()
  return {
    files: vite.middlewares,
    loadBuild: async () => {
      const build: unknown = await vite.ssrLoadModule('virtual:remix/server-build')
      return checkBuild(build)
    },
    close: () => vite.close(),
  }
}

/** Remix compiles in a second Vite, which would end the process at SIGTERM, before the database and LiveKit are stopped. */
function watchSignals(): () => void {
  const before = process.listeners('SIGTERM')
  return () => {
    for (const listener of process.listeners('SIGTERM')) if (!before.includes(listener)) process.off('SIGTERM', listener)
  }
}
