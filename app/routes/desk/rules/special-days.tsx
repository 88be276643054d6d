import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listDateOverrides } from '#app/domain/calendar/rules/host-rules.server.ts'
import { changeList } from '#app/domain/calendar/rules/change-list.server.ts'
import { readSpecialDay } from '#app/domain/calendar/rules/rule-input.ts'
import { listSchedules, saveDateOverride, type Schedule } from '#app/domain/calendar/rules/schedule.server.ts'
import { dayOfDate } from '#app/domain/calendar/zone.ts'
import { newsOf } from '#app/domain/calendar/ui/rules/form-texts.ts'
import { ListPage } from '#app/domain/calendar/ui/rules/list-page.tsx'
import type { RuleField } from '#app/domain/calendar/ui/rules/rule-form.tsx'
import type { RuleItem } from '#app/domain/calendar/ui/rules/rule-list.tsx'
import { ScheduleTabs } from '#app/domain/calendar/ui/rules/schedule-tabs.tsx'
import { dateText, windowsText } from '#app/domain/calendar/ui/rules/words.ts'
import { requireHost } from '#app/guards.server.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { isoDate } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).rules.days.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: hostId, name, locale, timeZone } = await requireHost(request)
  const schedules = await listSchedules(hostId)
  const chosen = chooseSchedule(request, schedules)
  const days = chosen ? await listDateOverrides(hostId, chosen.id, isoDate(now(), timeZone)) : []
  const items = days.map(({ date, windows }): RuleItem =>
    ({ id: date, what: dateText(date, locale), detail: windowsText(windows, locale) ?? messages(locale).rules.days.closed }))
  return { locale, viewer: { name, locale }, items, schedules, chosenId: chosen?.id ?? '', news: newsOf(request, locale) }
}

export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const chosen = chooseSchedule(request, await listSchedules(host.id))
  if (!chosen) throw new Response(null, { status: 404 })
  const answer = await changeList(await request.formData(), {
    names: ['date', 'hours'],
    read: (typed) => readSpecialDay(typed, isoDate(now(), host.timeZone)),
    add: (value) => saveDateOverride(host.id, chosen.id, value),
    remove: async (date) => dayOfDate(date) !== null && saveDateOverride(host.id, chosen.id, { date, windows: null }),
  })
  if (!('news' in answer)) return data(answer, 422)
  const back = paths.deskSpecialDays(chosen.isDefault ? {} : { schedule: chosen.id })
  return redirect(`${back}${back.includes('?') ? '&' : '?'}${answer.news}`, 303)
}

export default function SpecialDays() {
  const { viewer, news, items, schedules, chosenId } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { days: texts } = messages(viewer.locale).rules
  return (
    <ListPage {...{ viewer, texts, news, items, answered }} current="days" fields={fieldsOf(texts)}>
      <ScheduleTabs
        schedules={schedules} chosenId={chosenId} locale={viewer.locale} hrefOf={(schedule) => paths.deskSpecialDays({ schedule })}
      />
    </ListPage>
  )
}

function fieldsOf(texts: Messages['rules']['days']): RuleField[] {
  return [
    { kind: 'date', name: 'date', label: texts.date },
    { kind: 'text', name: 'hours', label: texts.hours, hint: texts.hoursHint, isOptional: true },
  ]
}

/** The one that the address names, or the default one. */
function chooseSchedule(request: Request, schedules: Schedule[]): Schedule | undefined {
  const asked = new URL(request.url).searchParams.get('schedule')
  return schedules.find(({ id }) => id === asked) ?? schedules[0]
}
