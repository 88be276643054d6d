import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readAbout } from '#app/domain/calendar/types/type-input.ts'
import { typedIn } from '#app/domain/calendar/rules/rule-input.ts'
import { addType, listOwnTypes } from '#app/domain/calendar/types/type-commands.server.ts'
import { formTexts } from '#app/domain/calendar/ui/rules/form-texts.ts'
import { RuleForm, type RuleField } from '#app/domain/calendar/ui/rules/rule-form.tsx'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).rules.types.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: hostId, name, locale } = await requireHost(request)
  return { locale, viewer: { name, locale }, types: await listOwnTypes(hostId) }
}

export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const typed = typedIn(await request.formData(), ['titleDa', 'titleEn'])
  const read = readAbout(typed)
  if (!read.isGood) return data({ typed, faults: read.faults }, 422)
  const { titleDa, titleEn } = read.value
  return redirect(paths.deskType(await addType(host.id, { titleDa, titleEn })), 303)
}

export default function Types() {
  const { viewer, types } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { desk, rules: { types: texts } } = messages(viewer.locale)
  return (
    <DeskPage viewer={viewer} current="settings">
      <div className="desk">
        <header className="desk-head"><h1>{texts.title}</h1><p className="lede">{texts.lede}</p></header>
        <ul className="rule-list">
          {types.map(({ id, titleDa, titleEn, durationMinutes, isActive }) => {
            const title = viewer.locale === 'da' ? titleDa : titleEn
            return (
              <li key={id}>
                <p>
                  <span className="rule-what">{title}</span>
                  <span className="soft small"> {fill(texts.line, { minutes: durationMinutes })} {isActive ? texts.active : texts.inactive}</span>
                </p>
                <a href={paths.deskType(id)} aria-label={fill(texts.editNamed, { title })}>{texts.edit}</a>
              </li>
            )
          })}
        </ul>
        <section className="desk-add" aria-labelledby="add">
          <h2 id="add">{texts.addTitle}</h2>
          <p className="soft">{texts.addHint}</p>
          <RuleForm
            fields={fieldsOf(texts)} typed={answered?.typed ?? {}} faults={answered?.faults ?? {}} intent="add"
            texts={formTexts(viewer.locale, texts.add)}
          />
        </section>
        <section className="desk-add" aria-labelledby="recording">
          <h2 id="recording">{desk.consents.settingsTitle}</h2>
          <p className="soft">{desk.consents.settings}</p>
        </section>
      </div>
    </DeskPage>
  )
}

function fieldsOf(texts: Messages['rules']['types']): RuleField[] {
  return [{ kind: 'text', name: 'titleDa', label: texts.titleDa }, { kind: 'text', name: 'titleEn', label: texts.titleEn }]
}
