import { data as answer, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { carriedByUrl } from '#app/domain/booking/address/read-carried.server.ts'
import { readZone, requireOffer, toOffer } from '#app/domain/booking/offer/offer.server.ts'
import { groupByDay, type SlotDay } from '#app/domain/booking/ui/times/day-page.ts'
import { FrontView } from '#app/domain/booking/ui/front/front-view.tsx'
import { listMeetingTypes } from '#app/domain/calendar/queries.server.ts'
import { findFirstConsultant, getConsultant } from '#app/domain/people/queries.server.ts'
import { localeOf } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { publicUrl } from '#app/platform/env.server.ts'
import { leadToAskedLanguage } from '#app/platform/pages/language.server.ts'
import { publicMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

const DAYS = 3
const TIMES_A_DAY = 2

/** What somebody brought along for the form is nobody else's, and kept nowhere. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const kept = loaderHeaders.get('Cache-Control')
  return { 'Speculation-Rules': `"${paths.speculationRules()}"`, ...(kept ? { 'Cache-Control': kept } : {}) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { title, description } = messages(data.locale).site
  return publicMeta({ locale: data.locale, origin: data.origin, title, description, path: paths.front })
}

export async function loader({ request }: LoaderFunctionArgs) {
  leadToAskedLanguage(request)
  const locale = localeOf(request)
  const types = await listMeetingTypes()
  const [first] = types
  const host = first ? await getConsultant(first.hostId) : await findFirstConsultant()
  const url = new URL(request.url)
  const carried = carriedByUrl(url)
  const zone = readZone(url, host?.timeZone)
  const starts = first ? (await requireOffer(first.slug, now())).times.starts : []
  const state = {
    locale, zone, origin: publicUrl(), handedOn: { ...carried, zone: url.searchParams.has('zone') ? zone : undefined },
    host: host && { name: host.name, title: host.title },
    offers: host ? types.map((type) => toOffer(type, [host], { locale })) : [],
    days: groupByDay(starts, zone).slice(0, DAYS).map(firstAndLater),
  }
  return answer(state, Object.keys(carried).length > 0 ? { headers: { 'Cache-Control': 'no-store' } } : undefined)
}

export default function FrontPage() {
  const state = useLoaderData<typeof loader>()
  const otherHref = paths.front(state.locale === 'da' ? 'en' : 'da', state.handedOn)
  return <SitePage locale={state.locale} otherHref={otherHref}><FrontView state={state} /></SitePage>
}

/** One time early and one late in the day say more than two that follow each other. */
function firstAndLater({ date, starts }: SlotDay): SlotDay {
  const [first, later] = [starts[0], starts[Math.floor(starts.length / 2)]]
  const chosen = [first, later].filter((at): at is number => at !== undefined)
  return { date, starts: [...new Set(chosen)].slice(0, TIMES_A_DAY) }
}
