import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { campaignIn } from '#app/domain/booking/address/carried.ts'
import { carriedByUrl } from '#app/domain/booking/address/read-carried.server.ts'
import { requireOffer, toOffer } from '#app/domain/booking/offer/offer.server.ts'
import { groupByDay, type SlotDay } from '#app/domain/booking/ui/times/day-page.ts'
import { FrontView } from '#app/domain/booking/ui/front/front-view.tsx'
import { HOME_ZONE } from '#app/domain/booking/ui/words.ts'
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

export const headers: HeadersFunction = () => ({ 'Speculation-Rules': `"${paths.speculationRules()}"` })

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
  const zone = host?.timeZone ?? HOME_ZONE
  const starts = first ? (await requireOffer(first.slug, now())).times.starts : []
  return {
    locale, zone, origin: publicUrl(), carried: campaignIn(carriedByUrl(new URL(request.url))) ?? {},
    host: host && { name: host.name, title: host.title },
    offers: host ? types.map((type) => toOffer(type, [host], { locale })) : [],
    days: groupByDay(starts, zone).slice(0, DAYS).map(firstAndLater),
  }
}

export default function FrontPage() {
  const state = useLoaderData<typeof loader>()
  return <SitePage locale={state.locale} otherHref={paths.front(state.locale === 'da' ? 'en' : 'da')}><FrontView state={state} /></SitePage>
}

/** One time early and one late in the day say more than two that follow each other. */
function firstAndLater({ date, starts }: SlotDay): SlotDay {
  const [first, later] = [starts[0], starts[Math.floor(starts.length / 2)]]
  const chosen = [first, later].filter((at): at is number => at !== undefined)
  return { date, starts: [...new Set(chosen)].slice(0, TIMES_A_DAY) }
}
