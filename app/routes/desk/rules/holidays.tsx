import { redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HOLIDAYS, nextHoliday } from '#app/domain/calendar/rules/holidays.ts'
import { keepHolidays, listKeptHolidays } from '#app/domain/calendar/rules/host-rules.server.ts'
import { newsOf } from '#app/domain/calendar/ui/rules/form-texts.ts'
import { HolidayForm, type HolidayLine } from '#app/domain/calendar/ui/rules/holiday-form.tsx'
import { RulesPage } from '#app/domain/calendar/ui/rules/rules-page.tsx'
import { dateText } from '#app/domain/calendar/ui/rules/words.ts'
import { dateOfDay, zoneClock } from '#app/domain/calendar/zone.ts'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { holidayText } from '#app/i18n/ruling-text.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).rules.holidays.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: hostId, name, locale, timeZone } = await requireHost(request)
  const kept = await listKeptHolidays(hostId)
  const today = zoneClock(timeZone).dayAt(now())
  const lines = HOLIDAYS.flatMap((key): HolidayLine[] => {
    const next = nextHoliday(key, today)
    if (next === null) return []
    return [{ key, name: holidayText(key, locale), next: dateText(dateOfDay(next), locale), isKept: kept.includes(key) }]
  })
  return { locale, viewer: { name, locale }, lines, news: newsOf(request, locale) }
}

export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const form = await request.formData()
  await keepHolidays(host.id, form.getAll('holiday').map(String))
  return redirect(`${paths.deskHolidays()}?saved`, 303)
}

export default function Holidays() {
  const { viewer, lines, news } = useLoaderData<typeof loader>()
  const { holidays: texts } = messages(viewer.locale).rules
  return (
    <RulesPage viewer={viewer} current="holidays" title={texts.title} lede={texts.lede} news={news}>
      <HolidayForm lines={lines} texts={texts} />
    </RulesPage>
  )
}
