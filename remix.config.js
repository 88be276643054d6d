import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

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
  ],
  build: { target: 'es2022', manifest: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  // Found while the room opens, it would make the room load twice.
  optimizeDeps: { noDiscovery: true, include: ['livekit-client'] },
  ssr: { noExternal: [] },
})
