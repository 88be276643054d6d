import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { env, publishEnv, publishMode, readEnvFile, type Env } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'
import { banner, say } from './banner.ts'
import { buildWhenNeeded, PROJECT_FOLDER } from './build.ts'
import { keepKeys, lockDataFolder, openDataFolder, removeRunning, writeRunning, type Keys } from './data-folder.ts'
import { bringUpToDate, openDatabase, type RunningDatabase } from './database.ts'
import { createSite, type Site } from './http.ts'
import { policyOrigins } from './http/addresses.ts'
import { createLiveKitProxy } from './http/livekit-proxy.ts'
import { listen, loopbackUrl } from './http/listen.ts'
import { checkLiveKitSettings, planLiveKit, startLiveKit, type LiveKitPlan } from './livekit.ts'
import { StartFault } from './machine/start-fault.ts'
import { startDevelopmentProduct, startProduct, type RunningProduct } from './product.ts'
import { createStops, stopOnSignals } from './stop.ts'

const { values: asked } = parseArgs({ options: { dev: { type: 'boolean', default: false }, build: { type: 'string' } } })
const isDevelopment = asked.dev
const stops = createStops()
stopOnSignals(stops)
await main().catch(async (error: unknown) => {
  if (stops.hasBegun()) return
  process.stderr.write(`${error instanceof StartFault ? error.message : (error instanceof Error && error.stack) || error}\n`)
  await stops.run()
  process.exit(1)
})

/** Starts everything in order. LiveKit comes up beside it and delays nothing. */
async function main(): Promise<void> {
  publishMode(isDevelopment ? 'development' : 'production')
  const settings = readSettings()
  const dataFolder = await openDataFolder(settings.DATA_DIR)
  stops.add('lock', { run: await lockDataFolder(dataFolder), patienceMs: 500 })
  stops.add('running', { run: () => removeRunning(dataFolder), patienceMs: 500 })
  await removeRunning(dataFolder)
  const { site, port } = await openSite(settings)
  const url = settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).origin : loopbackUrl(settings.HOST, port)
  const [database, keys, buildFolder] = await Promise.all([
    startDatabase(settings, dataFolder), keepKeys(dataFolder, settings.DKIM_PRIVATE_KEY_FILE),
    isDevelopment ? null : buildWhenNeeded(asked.build, say),
  ])
  const webhookUrl = `${loopbackUrl(settings.HOST, port)}/hooks/livekit`
  const plan = await planLiveKit(settings, { dataFolder, apiSecret: keys.liveKitSecret, webhookUrl })
  publishFindings({ settings, dataFolder, port, database, keys, plan })
  const product = await startBehind(site, plan, buildFolder)
  const world = await product.prepareWorld()
  const liveKit = bringUpLiveKit(plan, product, () => markRunning())
  const markRunning = () => writeRunning(dataFolder, {
    pid: process.pid, port, url, livekitPid: liveKit.pid(), postgresPid: database.pid(),
  })
  await markRunning()
  process.stdout.write(banner({ url, ...world, dataFolder, settings }))
}

function readSettings(): Env {
  try {
    readEnvFile(join(PROJECT_FOLDER, '.env'))
    checkLiveKitSettings(env())
    return env()
  } catch (error) {
    throw new StartFault(error instanceof Error ? error.message : String(error))
  }
}

/** The port is taken first: a fault shows at once, and early visitors are asked to wait. */
async function openSite(settings: Env): Promise<{ site: Site; port: number }> {
  const publicUrl = settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL) : null
  const site = createSite({ publicUrl, isProxyTrusted: settings.TRUST_PROXY, isDevelopment })
  const port = await listen(site.server, settings.PORT, settings.HOST)
  stops.add('http', { run: () => site.close(1_000), patienceMs: 1_500 })
  return { site, port }
}

async function startDatabase(settings: Env, dataFolder: string): Promise<RunningDatabase> {
  const database = await openDatabase(settings.DATABASE_URL, dataFolder, say)
  stops.add('postgres', { run: database.stop, patienceMs: 3_000, endNow: { pid: database.pid, signal: 'SIGQUIT' } })
  await bringUpToDate(database.url)
  return database
}

type Findings = {
  settings: Env; dataFolder: string; port: number; database: RunningDatabase; keys: Keys; plan: LiveKitPlan
}

/** The server build reads its settings for itself, so what was worked out is handed to it as settings. */
function publishFindings({ settings, dataFolder, port, database, keys, plan }: Findings): void {
  publishEnv({
    PORT: String(port),
    DATA_DIR: dataFolder,
    DATABASE_URL: database.url,
    SEED: settings.SEED ?? (database.isEmbedded ? 'demo' : 'none'),
    LINK_KEY: settings.LINK_KEY ?? keys.linkKey,
    AUTH_SECRET: settings.AUTH_SECRET ?? keys.authSecret,
    DKIM_PRIVATE_KEY_FILE: keys.dkimKeyFile,
    LIVEKIT_URL: plan.url,
    LIVEKIT_PUBLIC_URL: plan.publicUrl,
    LIVEKIT_API_KEY: plan.apiKey,
    LIVEKIT_API_SECRET: plan.apiSecret,
    ...plan.outward,
  })
}

/** Loads the product and opens the door to it. */
async function startBehind(site: Site, plan: LiveKitPlan, buildFolder: string | null): Promise<RunningProduct> {
  const product = buildFolder === null ? await startDevelopmentProduct(site.server) : await startProduct(buildFolder)
  stops.add('app', { run: product.stop, patienceMs: 3_000 })
  const isForeign = /^(wss?|https?):/.test(plan.publicUrl)
  site.open({
    ...product,
    liveKitProxy: plan.own ? createLiveKitProxy(plan.own.signalPort) : null,
    liveKitOrigins: isForeign ? policyOrigins(plan.publicUrl) : [],
  })
  return product
}

function bringUpLiveKit(plan: LiveKitPlan, product: RunningProduct, onChange: () => Promise<void>) {
  const liveKit = startLiveKit(plan, {
    say,
    onState: (state, note) => {
      product.tellLiveKitState(state, note)
      if (state === 'ready') onChange().catch((error: unknown) => log('error', 'running-file', { error }))
    },
  })
  stops.add('livekit', { run: liveKit.stop, patienceMs: 2_500, endNow: { pid: liveKit.pid, signal: 'SIGKILL' } })
  return liveKit
}
