import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { offerNearest, readFrom, readZone, requireOffer, toOffer } from '#app/domain/booking/pages/offer.server.ts'
import { timesAsJson, timesAsMarkdown } from '#app/domain/booking/pages/slots-for-agents.ts'
import { groupByDay, pageOfDays } from '#app/domain/booking/ui/times/day-page.ts'
import { TimesView } from '#app/domain/booking/ui/times/times-view.tsx'
import { fill } from '#app/i18n/fill.ts'
import { localeOf } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { HOUR_MS, isoDate, parseInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { publicUrl } from '#app/platform/env.server.ts'
import { writeOtherForm } from '#app/platform/pages/other-form.server.ts'
import { publicMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['own-zone'] }

/** Programs get the same times in a form of their own. */
export const headers: HeadersFunction = () => ({ Vary: 'Accept' })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { locale, offer, origin } = data
  const { title, host, durationMinutes: minutes, slug } = offer
  const texts = messages(locale).booking
  return publicMeta({
    locale, origin, title: fill(texts.pageTitle, { title, host }), description: fill(texts.description, { title, host, minutes }),
    path: (language) => paths.book(language, slug),
  })
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(request)
  const url = new URL(request.url)
  const at = now()
  const { type, host, starts } = await requireOffer(params.type, at)
  const zone = readZone(url)
  const markedAt = parseInstant(url.searchParams.get('at'))
  const isFree = markedAt !== null && starts.includes(markedAt)
  const from = readFrom(url) ?? (markedAt === null ? null : isoDate(markedAt, zone))
  const view = {
    locale, zone, hostZone: host.timeZone, now: Math.floor(at / HOUR_MS) * HOUR_MS, offer: toOffer(type, host, locale), origin: publicUrl(),
    page: pageOfDays(groupByDay(starts, zone), from),
  }
  const otherForm = writeOtherForm(request, {
    'application/json': () => timesAsJson(view), 'text/markdown': () => timesAsMarkdown(view),
  })
  const marked = markedAt === null ? null : { at: markedAt, isFree, nearest: isFree ? [] : offerNearest(starts, markedAt) }
  return { ...view, marked, otherForm }
}

export default function TimesPage() {
  const view = useLoaderData<typeof loader>()
  const other = view.locale === 'da' ? 'en' : 'da'
  return (
    <SitePage locale={view.locale} otherHref={paths.book(other, view.offer.slug)}>
      <TimesView {...view} />
    </SitePage>
  )
}
