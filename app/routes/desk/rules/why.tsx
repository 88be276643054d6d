import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readWhy } from '#app/domain/calendar/rules/why.server.ts'
import { RulesPage } from '#app/domain/calendar/ui/rules/rules-page.tsx'
import { WhyView } from '#app/domain/calendar/ui/rules/why-view.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { isLocale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).rules.why.title, loaded.locale) : []
)

/** In the consultant's language, or in the one that the address asks for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const host = await requireHost(request)
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('lang')
  const locale = isLocale(asked) ? asked : host.locale
  const [type, date, time] = ['type', 'date', 'time'].map((name) => searchParams.get(name) ?? '')
  return { locale, viewer: { name: host.name, locale }, why: await readWhy(host, { type: type ?? '', date: date ?? '', time: time ?? '' }, now()) }
}

export default function WhyPage() {
  const { viewer, why } = useLoaderData<typeof loader>()
  const { why: texts } = messages(viewer.locale).rules
  const other = viewer.locale === 'da' ? 'en' : 'da'
  return (
    <RulesPage viewer={viewer} current="why" title={texts.title} lede={texts.lede}>
      <WhyView why={why} locale={viewer.locale} />
      <p><a href={paths.deskWhy({ ...why.typed, lang: other })} lang={other} hrefLang={other}>{texts.otherLanguage}</a></p>
    </RulesPage>
  )
}
