import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listHostDocuments } from '#app/domain/agenda/prepare/files.server.ts'
import { findTemplate, type AgendaTemplate } from '#app/domain/agenda/queries.server.ts'
import { FOR_ALL } from '#app/domain/agenda/template.ts'
import { deleteTemplateForAll, submitTemplate } from '#app/domain/agenda/templates/submit.server.ts'
import { typeTemplate } from '#app/domain/agenda/templates/template-input.ts'
import { TemplateForm } from '#app/domain/agenda/ui/templates/template-form.tsx'
import { DIAGNOSES, isDiagnosis } from '#app/domain/booking/diagnosis.ts'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { Button } from '#app/ui/button.tsx'
import deskStyles from '#app/ui/css/desk.css?url'
import { Notice } from '#app/ui/notice.tsx'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care', 'drag-points'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => loaded ? personalMeta(loaded.typed.title, loaded.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs) {
  const host = await requireHost(request)
  const { diagnosis, locale: language, ...written } = await requireTemplate(host, params.templateId)
  const isSaved = new URL(request.url).searchParams.has('saved')
  const viewer = { name: host.name, locale: host.locale }
  const documents = await readDocuments(host)
  const isForAll = diagnosis === FOR_ALL
  return { locale: host.locale, viewer, diagnosis, isForAll, language, typed: typeTemplate(written), documents, isSaved }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const template = await requireTemplate(host, params.templateId)
  const form = await request.formData()
  if (form.get('intent') === 'delete') {
    await deleteTemplateForAll(template)
    throw redirect(paths.deskTemplates(), 303)
  }
  const { typed, faults, isSaved } = await submitTemplate(template, form, now())
  if (isSaved) return redirect(`${paths.deskTemplate(template.id)}?saved`, 303)
  return data({ typed, faults, documents: await readDocuments(host) }, faults.length > 0 ? 422 : 200)
}

export default function Template() {
  const { viewer, diagnosis, isForAll, language, typed, documents, isSaved } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { desk, common, prepare: { template: words } } = messages(viewer.locale)
  const { templatePage: texts } = desk
  return (
    <DeskPage viewer={viewer} current="settings">
      <div className="desk">
        <header className="desk-head">
          <p><a href={paths.deskTemplates()}>{texts.back}</a></p>
          <h1>{typed.title}</h1>
          <p className="lede">
            {fill(texts.heading, { language: common.languages[language] })}. {isDiagnosis(diagnosis) && `${fill(texts.pickedBy, { diagnosis: desk.diagnosis[diagnosis] })}.`}
            {isForAll && `${words.forAllPicked}.`}
          </p>
          <p className="soft">{texts.onlyNew}</p>
          {answered ? <p className="soft" role="status">{desk.notSavedYet}</p> : isSaved && <Notice isNews title={texts.saved} />}
        </header>
        <TemplateForm
          typed={answered?.typed ?? typed} faults={answered?.faults ?? []} texts={texts} faultsTitle={desk.faultsTitle}
          more={{ words, documents: answered?.documents ?? documents, answers: isForAll ? answersIn(desk.diagnosis) : [] }}
        />
        {isForAll && <form method="post"><Button tone="danger" name="intent" value="delete">{words.forAllDelete}</Button></form>}
      </div>
    </DeskPage>
  )
}

function answersIn(labels: Record<(typeof DIAGNOSES)[number], string>) {
  return DIAGNOSES.map((value) => ({ value, label: labels[value] }))
}

async function readDocuments({ id }: Consultant): Promise<Record<string, string>> {
  return Object.fromEntries(await listHostDocuments(id))
}

/** @throws {Response} 404 for what is not there, or another's. */
async function requireTemplate(host: Consultant, id: string | undefined): Promise<AgendaTemplate> {
  const found = isId(id) ? await findTemplate(id) : null
  if (found?.hostId !== host.id) throw new Response(null, { status: 404 })
  return found
}
