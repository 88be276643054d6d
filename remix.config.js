import { vitePlugin as remix } from '@remix-run/dev'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { defineConfig, transformWithEsbuild } from 'vite'

const VIDEO_CLIENT = dirname(dirname(createRequire(import.meta.url).resolve('livekit-client')))

/** Pages are not hydrated, so a change is shown by loading the page again, and no module is swapped under a page without a router. */
const reloadPages = {
  name: 'reload-pages',
  configureServer({ environments: { client: { hot } } }) {
    const send = hot.send.bind(hot)
    hot.send = (message, ...rest) => message.type === 'update' ? undefined : send(message, ...rest)
  },
  handleHotUpdate({ server }) {
    server.ws.send({ type: 'full-reload' })
  },
}

/**
 * The package's bundle is made for browsers of 2015; its own sources, built for those that we serve, are 16 kB less (gzip)
 * before the first picture. They count on fields that are assigned and not defined, unlike ours.
 */
const videoClientFromSources = {
  name: 'video-client-from-sources',
  apply: 'build',
  enforce: 'pre',
  resolveId(id, _importer, { ssr }) {
    return id === 'livekit-client' && !ssr ? join(VIDEO_CLIENT, 'src', 'index.ts') : null
  },
  transform(code, id) {
    if (!id.startsWith(join(VIDEO_CLIENT, 'src')) || !id.endsWith('.ts')) return null
    return transformWithEsbuild(code, id, { target: 'es2022', tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } } })
  },
}

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    reloadPages,
    videoClientFromSources,
  ],
  build: { target: 'es2022', manifest: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  // Found while the room opens, it would make the room load twice.
  optimizeDeps: { noDiscovery: true, include: ['livekit-client'] },
  ssr: { noExternal: [] },
})
