import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readName, typedIn } from '#app/domain/calendar/rules/rule-input.ts'
import { addSchedule, listSchedules, makeDefaultSchedule, removeSchedule, renameSchedule } from '#app/domain/calendar/rules/schedule.server.ts'
import { formTexts, newsOf } from '#app/domain/calendar/ui/rules/form-texts.ts'
import { RuleForm } from '#app/domain/calendar/ui/rules/rule-form.tsx'
import { RulesPage } from '#app/domain/calendar/ui/rules/rules-page.tsx'
import { ScheduleList } from '#app/domain/calendar/ui/rules/schedule-list.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { paths } from '#app/paths.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { Notice } from '#app/ui/notice.tsx'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).rules.schedules.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: hostId, name, locale } = await requireHost(request)
  return { locale, viewer: { name, locale }, schedules: await listSchedules(hostId), news: newsOf(request, locale) }
}

export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const form = await request.formData()
  const [intent, id] = [String(form.get('intent')), form.get('id')]
  if (intent === 'default' || intent === 'remove') {
    if (!isId(id)) throw new Response(null, { status: 400 })
    const changed = await (intent === 'remove' ? removeSchedule : makeDefaultSchedule)(host.id, id)
    if (!changed.ok) return data({ typed: {}, faults: {}, refused: changed.reason }, 409)
    return redirect(`${paths.deskSchedules()}?${intent === 'remove' ? 'removed' : 'saved'}`, 303)
  }
  const typed = typedIn(form, ['name'])
  const read = readName(typed)
  if (!read.isGood) return data({ typed, faults: read.faults, refused: null }, 422)
  if (intent === 'rename' && isId(id)) await renameSchedule(host.id, id, read.value)
  if (intent === 'add') return redirect(`${paths.deskHours(await addSchedule(host.id, read.value))}?saved`, 303)
  return redirect(`${paths.deskSchedules()}?saved`, 303)
}

export default function Schedules() {
  const { viewer, schedules, news } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { schedules: texts } = messages(viewer.locale).rules
  const isTyped = answered !== undefined && answered.refused === null
  return (
    <RulesPage viewer={viewer} current="schedules" title={texts.title} lede={texts.lede} news={news} isAnswer={isTyped}>
      {answered?.refused && <Notice tone="danger" isNews title={texts.refused[answered.refused]} />}
      <ScheduleList schedules={schedules} locale={viewer.locale} />
      <section className="desk-add" aria-labelledby="add">
        <h2 id="add">{texts.addTitle}</h2>
        <p className="soft">{texts.addHint}</p>
        <RuleForm
          fields={[{ kind: 'text', name: 'name', label: texts.name, hint: texts.nameHint }]}
          typed={answered?.typed ?? {}} faults={answered?.faults ?? {}} intent="add" texts={formTexts(viewer.locale, texts.add)}
        />
      </section>
    </RulesPage>
  )
}
