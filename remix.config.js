import { vitePlugin as remix } from '@remix-run/dev'
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { defineConfig, transformWithEsbuild } from 'vite'

const [gzipped, brotli] = [promisify(gzip), promisify(brotliCompress)]

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
 * For each person and each track that comes, LiveKit's client asks the browser anew which level to log at, in its storage and among
 * its cookies: calls that wait for another process, 10 ms of those in which somebody waits for a face. Once is enough.
 */
const ASKS_EACH_TIME = 'logger.setDefaultLevel(livekitLogger.getLevel());'
const ASKS_ONCE = `if (logger.getLevel() !== livekitLogger.getLevel()) ${ASKS_EACH_TIME}`

/**
 * When the server asks for an offer, its client waits for 20 ms in case that more is to be negotiated. The server has waited for that
 * itself (transport.go, fastNegotiationFrequency), so the offer goes at once.
 */
const WAITS = 'timeoutId = CriticalTimers.setTimeout(invokeFunction, nextInvokeTimeout());'
const CAN_BE_HURRIED = `${WAITS}
      debouncedFunction.hurry = () => {
        if (timeoutId !== undefined) {
          CriticalTimers.clearTimeout(timeoutId);
          invokeFunction();
        }
      };`
const IS_ASKED = `this.addMediaSections(requirement.numAudios, requirement.numVideos);
      this.negotiate().catch((err) => {
        this.log.error(err);
      });`
const HURRIES = `${IS_ASKED}
      this.pcManager?.publisher.negotiate.hurry?.();`

/**
 * What the server writes down of a camera's layers it takes from the offer that brings the camera's section. Ours is agreed on at the
 * door (decision 29), so no offer brings it, and without their places all three counted as the smallest: nobody was sent more than
 * 320 pixels. The request to publish has fields for both (VideoLayer.rid and spatial_layer).
 */
const NAMES_SIZES = `bitrate: encoding.maxBitrate ?? 0,
      ssrc: 0,`
const NAMES_PLACES = `${NAMES_SIZES}
      rid: encoding.rid ?? '',
      spatialLayer: encodings.indexOf(encoding),`

/** By file, what stands there and what does instead. */
const CHANGES = {
  'logger.ts': [ASKS_EACH_TIME, ASKS_ONCE],
  'room/debounce.ts': [WAITS, CAN_BE_HURRIED],
  'room/RTCEngine.ts': [IS_ASKED, HURRIES],
  'room/track/LocalVideoTrack.ts': [NAMES_SIZES, NAMES_PLACES],
}

const unchanged = new Set(Object.keys(CHANGES))

function changed(code, file) {
  const change = CHANGES[file]
  if (!change) return code
  unchanged.delete(file)
  if (!code.includes(change[0])) throw new Error(`${file} of livekit-client does not say what it did: ${change[0]}`)
  return code.replace(change[0], () => change[1])
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
    const source = changed(code, relative(join(VIDEO_CLIENT, 'src'), id))
    return transformWithEsbuild(source, id, { target: 'es2022', tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } } })
  },
  buildEnd(error) {
    const isOfPages = this.environment.name === 'client'
    if (isOfPages && !error && unchanged.size > 0) throw new Error(`livekit-client has no more ${[...unchanged].join(', ')}`)
  },
}

/**
 * The package brings adapters that make browsers of ten years ago speak WebRTC 1.0. Whatever reads the language that we build for
 * speaks it, so they would be loaded for nobody: 15 kB (gzip) before the first picture.
 */
const withoutOldBrowsers = {
  name: 'without-old-browsers',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, _importer, { ssr }) => id === 'webrtc-adapter' && !ssr ? '\0without-old-browsers' : null,
  load: (id) => id === '\0without-old-browsers' ? '' : null,
}

const APP = join(import.meta.dirname, 'app')
const [ROOM, CHECK] = ['agenda/ui/room-island.tsx', 'meeting/ui/check/check-island.tsx'].map((path) => join(APP, 'domain', path))
const ENHANCE = join(APP, 'ui/enhance')
const EVERYWHERE = [join(APP, 'entry.client.tsx'), ...readdirSync(ENHANCE).map((name) => join(ENHANCE, name))]

/**
 * What the room needs at once is a few files, cut where other pages need a part of them. Left to itself, each of its thirty lazy
 * parts cuts a file out: 8 kB more (gzip) before the first picture, and ten times the files.
 */
function chunkOf(id, { getModuleInfo }) {
  const isIn = (root) => reached(root, getModuleInfo).has(id)
  if (isIn(join(VIDEO_CLIENT, 'src', 'index.ts'))) return 'video'
  if (id === ROOM || id === CHECK || !(isIn(ROOM) || isIn(CHECK))) return
  if (EVERYWHERE.some(isIn)) return 'basics'
  if (isIn(ROOM)) return isIn(CHECK) ? 'devices' : 'room'
}

const reachedFrom = new Map()

/** The modules that one loads with itself. */
function reached(root, getModuleInfo) {
  const known = reachedFrom.get(root)
  if (known) return known
  const found = new Set()
  const visit = (id) => {
    if (found.has(id)) return
    found.add(id)
    getModuleInfo(id)?.importedIds.forEach(visit)
  }
  visit(root)
  reachedFrom.set(root, found)
  return found
}

/** The server's build is one file as it is, and its modules are others. */
const fewFiles = {
  name: 'few-files',
  apply: 'build',
  outputOptions(options) {
    return this.environment.name === 'client' ? { ...options, manualChunks: chunkOf } : null
  },
}

const COMPRESSED = /\.(js|css|svg)$/
const [LEAST_BYTES, MOST_BYTES] = [200, 1_000_000]

/** Texts that are worth it stand beside themselves in fewer bytes, so that nothing is compressed while somebody waits. */
const compressOnce = {
  name: 'compress-once',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    if (this.environment.name !== 'client') return
    for (const { fileName } of Object.values(bundle)) {
      const text = COMPRESSED.test(fileName) ? await readFile(join(dir, fileName)) : null
      if (text === null || text.length < LEAST_BYTES || text.length > MOST_BYTES) continue
      await writeFile(join(dir, `${fileName}.gz`), await gzipped(text, { level: 9 }))
      await writeFile(join(dir, `${fileName}.br`), await brotli(text))
    }
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
    withoutOldBrowsers,
    fewFiles,
    compressOnce,
  ],
  build: {
    target: 'es2022', manifest: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 700,
    // 5 kB less (gzip) than esbuild before the room's first picture.
    minify: 'terser', terserOptions: { ecma: 2020, module: true, compress: { passes: 2 } },
  },
  // Found while the room opens, it would make the room load twice.
  optimizeDeps: { noDiscovery: true, include: ['livekit-client'] },
  ssr: { noExternal: [] },
})
