import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listSchedules, replaceWeeklyHours } from '#app/domain/calendar/rules/schedule.server.ts'
import { changeRows, readHoursRows, readWindows, windowRows, type HoursFault, type HoursRow } from '#app/domain/calendar/hours-input.ts'
import { listWeeklyWindows } from '#app/domain/calendar/queries.server.ts'
import { HoursForm } from '#app/domain/calendar/ui/hours-form.tsx'
import { RulesPage } from '#app/domain/calendar/ui/rules/rules-page.tsx'
import { ScheduleTabs } from '#app/domain/calendar/ui/rules/schedule-tabs.tsx'
import { requireHost } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { placeName } from '#app/i18n/place-name.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).desk.hoursPage.title, loaded.locale) : []
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: hostId, name, locale, timeZone: zone } = await requireHost(request)
  const schedules = await listSchedules(hostId)
  const chosen = schedules.find(({ id, isDefault }) => (params.scheduleId === undefined ? isDefault : id === params.scheduleId))
  if (!chosen && params.scheduleId !== undefined) throw new Response(null, { status: 404 })
  const rows = windowRows(await listWeeklyWindows(hostId, chosen?.id), locale)
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { locale, viewer: { name, locale }, zone, rows, isSaved, schedules, chosenId: chosen?.id ?? '' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const form = await request.formData()
  const rows = readHoursRows(form)
  const intent = String(form.get('intent') ?? 'save')
  if (intent !== 'save') return data(answerOf(changeRows(rows, intent)))
  const read = readWindows(rows)
  if (!read.isGood) return data(answerOf(rows, read.faults), 422)
  const { scheduleId } = params
  const saved = scheduleId === undefined || isId(scheduleId) ? await replaceWeeklyHours(host.id, read.windows, scheduleId) : null
  if (!saved?.ok) throw new Response(null, { status: 404 })
  return redirect(`${paths.deskHours(scheduleId)}?saved`, 303)
}

export default function Hours() {
  const { viewer, zone, rows, isSaved, schedules, chosenId } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { desk } = messages(viewer.locale)
  const { hoursPage: texts } = desk
  const shown = answered?.rows ?? rows
  const hours = weekHours(shown, viewer.locale)
  return (
    <RulesPage
      viewer={viewer} current="hours" title={texts.title} lede={fill(texts.lede, { zone: placeName(zone, viewer.locale) })}
      news={isSaved ? texts.saved : null} isAnswer={answered !== undefined}
    >
      <ScheduleTabs schedules={schedules} chosenId={chosenId} locale={viewer.locale} hrefOf={(id) => paths.deskHours(id)} />
      <HoursForm rows={shown} faults={new Map(answered?.faults)} texts={texts} faultsTitle={desk.faultsTitle} />
      {hours !== null && <p className="soft">{fill(texts.sum, { hours })}</p>}
    </RulesPage>
  )
}

/** In the order of the week, which is the order in which the form will send them again. */
function answerOf(rows: HoursRow[], faults: Map<number, HoursFault> = new Map()): { rows: HoursRow[]; faults: [number, HoursFault][] } {
  return { rows: rows.toSorted((one, other) => one.weekday - other.weekday), faults: [...faults] }
}

/** Null while a row can't be read: a wrong sum helps nobody. */
function weekHours(rows: readonly HoursRow[], locale: Locale): string | null {
  const read = readWindows(rows)
  if (!read.isGood) return null
  const minutes = read.windows.reduce((sum, window) => sum + window.endMinute - window.startMinute, 0)
  const hours = String(Math.round((minutes * MINUTE_MS * 100) / HOUR_MS) / 100)
  return locale === 'da' ? hours.replace('.', ',') : hours
}
