/** The smallest server build that keeps the contract: it says what it was asked, for tests of the process around it. */
const { process, ReadableStream, Response, TextEncoder, URL } = globalThis
const isOwnProcess = process.argv[1]?.endsWith('start.ts')
const say = (line) => isOwnProcess && process.stdout.write(`${line}\n`)
let liveKit = 'starting'

const app = {
  default: () => new Response('page'),
  startApp: async () => {
    say('app started')
    return { stop: async () => say('app stopped') }
  },
  prepareWorld: async () => ({ setUpPath: '/setup/only-once', bookingPath: '/book/intro' }),
  reopenRooms: async () => say('rooms reopened'),
  readHealth: async () => ({ isReady: true, database: 'ok', jobs: 'ok', livekit: liveKit, oldestUnsentMailSeconds: null, inbox: 'off' }),
  setLiveKitState: (state) => {
    liveKit = state
    say(`livekit ${state}`)
  },
}

const echo = {
  loader: ({ request, context }) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/feed') return endlessFeed()
    if (pathname === '/own-policy') return new Response('', { headers: { 'Content-Security-Policy': "default-src 'self'" } })
    if (pathname === '/fails') throw new Error('as asked')
    return Response.json({ url: request.url, context })
  },
  action: async ({ request, context }) => {
    const text = await request.text()
    if (request.url.endsWith('/hooks/livekit')) say(`hook ${text.length > 0 ? 'with' : 'without'} words`)
    return Response.json({ length: text.length, context })
  },
}

function endlessFeed() {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('id: 1\ndata: first\n\n')),
    cancel: () => say('feed ended'),
  })
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
}

export const entry = { module: app }
export const routes = {
  root: { id: 'root', path: '', module: { default: () => null } },
  all: { id: 'all', parentId: 'root', path: '*', module: echo },
}
export const assets = { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' }
export const publicPath = '/'
export const assetsBuildDirectory = 'client'
export const future = {}
export const isSpaMode = false
export const mode = 'production'
