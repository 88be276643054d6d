import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addBlocked, listBlocked, removeRule } from '#app/domain/calendar/rules/host-rules.server.ts'
import { readBlocked, typedIn } from '#app/domain/calendar/rules/rule-input.ts'
import { formTexts, listTexts, newsOf } from '#app/domain/calendar/ui/rules/form-texts.ts'
import { RuleForm, type RuleField } from '#app/domain/calendar/ui/rules/rule-form.tsx'
import { RuleList, type RuleItem } from '#app/domain/calendar/ui/rules/rule-list.tsx'
import { RulesPage } from '#app/domain/calendar/ui/rules/rules-page.tsx'
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
  const form = await request.formData()
  if (form.get('intent') === 'remove') {
    const id = form.get('id')
    if (isId(id)) await removeRule(host.id, 'blocked', id)
    return redirect(`${paths.deskBlocked()}?removed`, 303)
  }
  const typed = typedIn(form, NAMES)
  const read = readBlocked(typed, isoDate(now(), host.timeZone), host.timeZone)
  if (!read.isGood) return data({ typed, faults: read.faults }, 422)
  await addBlocked(host.id, read.value)
  return redirect(`${paths.deskBlocked()}?saved`, 303)
}

export default function Blocked() {
  const { viewer, news, items } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { blocked: texts } = messages(viewer.locale).rules
  return (
    <RulesPage viewer={viewer} current="blocked" title={texts.title} lede={texts.lede} news={news} isAnswer={answered !== undefined}>
      <RuleList items={items} texts={listTexts(viewer.locale, texts.empty)} />
      <section className="desk-add" aria-labelledby="add">
        <h2 id="add">{texts.addTitle}</h2>
        <RuleForm
          fields={fieldsOf(texts)} typed={answered?.typed ?? {}} faults={answered?.faults ?? {}} intent="add"
          texts={formTexts(viewer.locale, texts.add)}
        />
      </section>
    </RulesPage>
  )
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
