import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addBlocked, listBlocked, removeRule } from '#app/domain/calendar/rules/host-rules.server.ts'
import { changeList } from '#app/domain/calendar/rules/change-list.server.ts'
import { readBlocked } from '#app/domain/calendar/rules/rule-input.ts'
import { newsOf } from '#app/domain/calendar/ui/rules/form-texts.ts'
import { ListPage } from '#app/domain/calendar/ui/rules/list-page.tsx'
import type { RuleField } from '#app/domain/calendar/ui/rules/rule-form.tsx'
import type { RuleItem } from '#app/domain/calendar/ui/rules/rule-list.tsx'
import { stretchText } from '#app/domain/calendar/ui/rules/words.ts'
import { requireHost } from '#app/guards.server.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { isoDate } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).rules.blocked.title, loaded.locale) : []
)

const NAMES = ['firstDate', 'start', 'lastDate', 'end', 'title'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const host = await requireHost(request)
  const { name, locale, timeZone } = host
  const rows = await listBlocked(host.id, now())
  const words = { texts: messages(locale).rules, locale }
  const items = rows.map((row): RuleItem => ({ id: row.id, what: stretchText(row, timeZone, words), detail: row.title }))
  return { locale, viewer: { name, locale }, items, news: newsOf(request, locale) }
}

export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const answer = await changeList(await request.formData(), {
    names: NAMES,
    read: (typed) => readBlocked(typed, isoDate(now(), host.timeZone), host.timeZone),
    add: (value) => addBlocked(host.id, value),
    remove: async (id) => isId(id) && removeRule(host.id, 'blocked', id),
  })
  return 'news' in answer ? redirect(`${paths.deskBlocked()}?${answer.news}`, 303) : data(answer, 422)
}

export default function Blocked() {
  const { viewer, news, items } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { blocked: texts } = messages(viewer.locale).rules
  return <ListPage {...{ viewer, texts, news, items, answered }} current="blocked" fields={fieldsOf(texts)} />
}

function fieldsOf(texts: Messages['rules']['blocked']): RuleField[] {
  return [
    { kind: 'date', name: 'firstDate', label: texts.firstDate },
    { kind: 'clock', name: 'start', label: texts.start, hint: texts.startHint, isOptional: true },
    { kind: 'date', name: 'lastDate', label: texts.lastDate, hint: texts.lastDateHint, isOptional: true },
    { kind: 'clock', name: 'end', label: texts.end, hint: texts.endHint, isOptional: true },
    { kind: 'text', name: 'title', label: texts.note, hint: texts.noteHint, isOptional: true },
  ]
}
