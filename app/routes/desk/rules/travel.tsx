import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addTravel, listTravel, removeRule } from '#app/domain/calendar/rules/host-rules.server.ts'
import { changeList } from '#app/domain/calendar/rules/change-list.server.ts'
import { readTravel } from '#app/domain/calendar/rules/rule-input.ts'
import { newsOf } from '#app/domain/calendar/ui/rules/form-texts.ts'
import { ListPage } from '#app/domain/calendar/ui/rules/list-page.tsx'
import type { RuleField } from '#app/domain/calendar/ui/rules/rule-form.tsx'
import type { RuleItem } from '#app/domain/calendar/ui/rules/rule-list.tsx'
import { datesText } from '#app/domain/calendar/ui/rules/words.ts'
import { requireHost } from '#app/guards.server.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { placeName } from '#app/i18n/place-name.ts'
import { isoDate, listTimeZones } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).rules.travel.title, loaded.locale) : []
)

const NAMES = ['firstDate', 'lastDate', 'timeZone'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const host = await requireHost(request)
  const { name, locale, timeZone } = host
  const rows = await listTravel(host.id, isoDate(now(), timeZone))
  const { rules } = messages(locale)
  const items = rows.map((row): RuleItem => ({ id: row.id, what: datesText(row, rules, locale), detail: placeName(row.timeZone, locale) }))
  return { locale, viewer: { name, locale }, items, news: newsOf(request, locale), zones: listTimeZones() }
}

export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const answer = await changeList(await request.formData(), {
    names: NAMES,
    read: (typed) => readTravel(typed, isoDate(now(), host.timeZone)),
    add: (value) => addTravel(host.id, value),
    remove: async (id) => isId(id) && removeRule(host.id, 'travel', id),
  })
  return 'news' in answer ? redirect(`${paths.deskTravel()}?${answer.news}`, 303) : data(answer, 422)
}

export default function Travel() {
  const { viewer, news, items, zones } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { travel: texts } = messages(viewer.locale).rules
  return <ListPage {...{ viewer, texts, news, items, answered }} current="travel" fields={fieldsOf(texts, zones)} />
}

function fieldsOf(texts: Messages['rules']['travel'], zones: string[]): RuleField[] {
  const options = ['', ...zones].map((zone) => ({ value: zone, label: zone }))
  return [
    { kind: 'date', name: 'firstDate', label: texts.firstDate },
    { kind: 'date', name: 'lastDate', label: texts.lastDate },
    { kind: 'select', name: 'timeZone', label: texts.timeZone, hint: texts.timeZoneHint, options },
  ]
}
