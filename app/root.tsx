import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, useLoaderData, useMatches, useRouteError, UNSAFE_RemixContext as RemixContext } from '@remix-run/react'
import { useContext, type ReactNode } from 'react'
import { isLocale, languageOf, type Locale } from './kernel/locale.ts'
import { localeOf } from './i18n/locale-of.ts'
import { messages } from './i18n/messages.ts'
import { scriptsOf } from './platform/pages/assets.server.ts'
import { FaultPage, sayFault } from './ui/fault-page.tsx'
import displayFace from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url'
import textFace from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url'
import styles from './ui/css/site.css?url'

/** What a route says about its page in `handle`. */
export type PageHandle = {
  /** The client island that the page starts, if any. */
  island?: 'room' | 'check'
  /** Small scripts that better a page which works without them. */
  enhance?: string[]
}

export const links: LinksFunction = () => [
  ...[textFace, displayFace].map((href) => ({ rel: 'preload', href, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' }) as const),
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

/** The title of a page that names none, which is every refusal and fault. */
export const meta: MetaFunction = ({ error, location }) => {
  const texts = messages(localeOf({ url: `http://page${location.pathname}` })).common
  return [{ title: error ? `${sayFault(statusOf(error), texts.fault).title} · ${texts.productName}` : texts.productName }]
}

export function loader() {
  return { roomScripts: scriptsOf('app/domain/agenda/ui/room-island.tsx') }
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale, theme, island, enhance } = usePage()
  return (
    <html lang={languageOf(locale)} data-theme={theme} data-island={island} data-enhance={enhance?.join(' ')}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <ReloadScript />
        {(island || enhance) && <ClientScripts island={island} />}
      </head>
      <body>{children}</body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { locale } = usePage()
  return <FaultPage status={statusOf(error)} locale={locale} texts={messages(locale).common} />
}

/** Pages are not hydrated: what runs in the browser is the entry, and what it starts. */
function ClientScripts({ island }: { island: PageHandle['island'] }) {
  const remix = useContext(RemixContext)
  const data = useLoaderData<typeof loader>()
  const preload = new Set([...remix?.manifest.entry.imports ?? [], ...(island === 'room' && data?.roomScripts || [])])
  return (
    <>
      {[...preload].map((href) => <link key={href} rel="modulepreload" href={href} />)}
      {/* Runs as soon as it is there, and waits for the page itself; while developing, it needs what comes before it. */}
      <script type="module" async={!remix?.manifest.hmr} src={remix?.manifest.entry.module} />
    </>
  )
}

/** While developing, every page loads itself again after a change. */
function ReloadScript() {
  const hmr = useContext(RemixContext)?.manifest.hmr
  return hmr ? <script type="module" src={hmr.runtime} /> : null
}

function usePage(): PageHandle & { locale: Locale; theme?: string } {
  const matches = useMatches()
  const last = matches.at(-1)
  const named = matches.map((match) => readLocale(match.data)).find((locale) => locale !== null)
  const locale = named ?? (/-en(-12h)?$/.test(last?.id ?? '') ? 'en' : 'da')
  const handle = isPageHandle(last?.handle) ? last.handle : {}
  const theme = matches.map((match) => readText(match.data, 'theme')).find((text) => text !== null) ?? undefined
  return { locale, theme, island: handle.island, enhance: handle.enhance }
}

function readLocale(loaded: unknown): Locale | null {
  const text = readText(loaded, 'locale')
  return isLocale(text) ? text : null
}

/** What a page's loader says beside its own data. */
function readText(loaded: unknown, name: 'locale' | 'theme'): string | null {
  if (typeof loaded !== 'object' || loaded === null) return null
  const text: unknown = Object.getOwnPropertyDescriptor(loaded, name)?.value
  return typeof text === 'string' ? text : null
}

function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === 'object' && handle !== null
}

function statusOf(error: unknown): number {
  const isAnswer = typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
  return isAnswer ? Number(error.status) : 500
}
