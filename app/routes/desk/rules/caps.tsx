import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getHostCaps, saveHostCaps } from '#app/domain/calendar/rules/host-rules.server.ts'
import { readHostCaps, typedIn } from '#app/domain/calendar/rules/rule-input.ts'
import { formTexts, newsOf } from '#app/domain/calendar/ui/rules/form-texts.ts'
import { RuleForm, type RuleField } from '#app/domain/calendar/ui/rules/rule-form.tsx'
import { RulesPage } from '#app/domain/calendar/ui/rules/rules-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).rules.caps.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: hostId, name, locale } = await requireHost(request)
  const { maxPerDay, maxPerWeek } = await getHostCaps(hostId)
  const typed = { maxPerDay: String(maxPerDay ?? ''), maxPerWeek: String(maxPerWeek ?? '') }
  return { locale, viewer: { name, locale }, typed, news: newsOf(request, locale) }
}

export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const typed = typedIn(await request.formData(), ['maxPerDay', 'maxPerWeek'])
  const read = readHostCaps(typed)
  if (!read.isGood) return data({ typed, faults: read.faults }, 422)
  await saveHostCaps(host.id, read.value)
  return redirect(`${paths.deskCaps()}?saved`, 303)
}

export default function Caps() {
  const { viewer, typed, news } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { caps: texts } = messages(viewer.locale).rules
  return (
    <RulesPage viewer={viewer} current="caps" title={texts.title} lede={texts.lede} news={news} isAnswer={answered !== undefined}>
      <RuleForm
        fields={fieldsOf(texts)} typed={answered?.typed ?? typed} faults={answered?.faults ?? {}} intent="save"
        texts={formTexts(viewer.locale, texts.save)}
      />
    </RulesPage>
  )
}

function fieldsOf(texts: Messages['rules']['caps']): RuleField[] {
  return [
    { kind: 'number', name: 'maxPerDay', label: texts.maxPerDay, isOptional: true },
    { kind: 'number', name: 'maxPerWeek', label: texts.maxPerWeek, hint: texts.hint, isOptional: true },
  ]
}
