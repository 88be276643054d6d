import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveTemplate } from '#app/domain/agenda/commands.server.ts'
import { findTemplate, type AgendaTemplate } from '#app/domain/agenda/queries.server.ts'
import { changeItems, readTemplate, readTypedTemplate, type TemplateFault, type TypedTemplate } from '#app/domain/agenda/templates/template-input.ts'
import { TemplateForm } from '#app/domain/agenda/ui/templates/template-form.tsx'
import { isDiagnosis } from '#app/domain/booking/diagnosis.ts'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { Notice } from '#app/ui/notice.tsx'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => loaded ? personalMeta(loaded.typed.title, loaded.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs) {
  const host = await requireHost(request)
  const { diagnosis, locale: language, title, items } = await requireTemplate(host, params.templateId)
  const typed: TypedTemplate = { title, items: items.map((item) => ({ ...item, minutes: String(item.minutes) })) }
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { locale: host.locale, viewer: { name: host.name, locale: host.locale }, diagnosis, language, typed, isSaved }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const { id, diagnosis, locale } = await requireTemplate(host, params.templateId)
  const form = await request.formData()
  const typed = readTypedTemplate(form)
  const intent = String(form.get('intent') ?? 'save')
  const none: TemplateFault[] = []
  if (intent !== 'save') return data({ typed: { ...typed, items: changeItems(typed.items, intent) }, faults: none })
  const read = readTemplate(typed)
  if (!read.isGood) return data({ typed, faults: read.faults }, 422)
  const { title, items } = read
  await saveTemplate({ hostId: host.id, diagnosis, locale, title, items }, now())
  return redirect(`${paths.deskTemplate(id)}?saved`, 303)
}

export default function Template() {
  const { viewer, diagnosis, language, typed, isSaved } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { desk, common } = messages(viewer.locale)
  const { templatePage: texts } = desk
  const languageName = (language === 'da' ? common.danish : common.english).toLowerCase()
  return (
    <DeskPage viewer={viewer} current="templates">
      <div className="desk">
        <header className="desk-head">
          <p><a href={paths.deskTemplates()}>{texts.back}</a></p>
          <h1>{typed.title}</h1>
          <p className="lede">{fill(texts.heading, { language: languageName })}. {isDiagnosis(diagnosis) && `${fill(texts.pickedBy, { diagnosis: desk.diagnosis[diagnosis] })}.`}</p>
          <p className="soft">{texts.onlyNew}</p>
          {answered ? <p className="soft" role="status">{desk.notSavedYet}</p> : isSaved && <Notice isNews title={texts.saved} />}
        </header>
        <TemplateForm typed={answered?.typed ?? typed} faults={answered?.faults ?? []} texts={texts} faultsTitle={desk.faultsTitle} />
      </div>
    </DeskPage>
  )
}

/** @throws {Response} 404 for what is not there, or another's. */
async function requireTemplate(host: Consultant, id: string | undefined): Promise<AgendaTemplate> {
  const found = isId(id) ? await findTemplate(id) : null
  if (found?.hostId !== host.id) throw new Response(null, { status: 404 })
  return found
}
