import {
  redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { saveTemplate } from '#app/domain/agenda/commands.server.ts'
import { listTemplates } from '#app/domain/agenda/queries.server.ts'
import { FOR_ALL } from '#app/domain/agenda/template.ts'
import { agendaForAll } from '#app/domain/booking/default-world/common.ts'
import { DIAGNOSES } from '#app/domain/booking/diagnosis.ts'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { isLanguage, LANGUAGES, type Language, type Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { Button } from '#app/ui/button.tsx'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).desk.templateList.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const host = await requireHost(request)
  const templates = (await listTemplates(host.id)).map(({ id, diagnosis, locale, title, items }) => (
    { id, diagnosis, language: locale, title, count: items.length, minutes: items.reduce((sum, item) => sum + item.minutes, 0) }
  ))
  return { locale: host.locale, viewer: { name: host.name, locale: host.locale }, templates }
}

/** Makes the one agenda for all answers in a language, from the four that a desk begins with. One that is there stays. */
export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const language = (await request.formData()).get('language')
  if (!isLanguage(language)) throw new Response(null, { status: 400 })
  const known = (await listTemplates(host.id)).find(({ diagnosis, locale }) => diagnosis === FOR_ALL && locale === language)
  const title = messages(language).prepare.template.forAllTitle
  const id = known?.id ?? await saveTemplate(
    { hostId: host.id, diagnosis: FOR_ALL, locale: language, title, items: agendaForAll(language) }, now(),
  )
  throw redirect(paths.deskTemplate(id), 303)
}

export default function Templates() {
  const { viewer, templates } = useLoaderData<typeof loader>()
  const { desk, common, prepare: { template: words } } = messages(viewer.locale)
  const { templateList: texts } = desk
  const missing = LANGUAGES.filter((language) => !templates.some((one) => one.diagnosis === FOR_ALL && one.language === language))
  return (
    <DeskPage viewer={viewer} current="settings">
      <div className="desk">
        <header className="desk-head"><h1>{texts.title}</h1><p className="lede">{texts.lede}</p></header>
        {templates.length === 0 && <p>{texts.empty}</p>}
        {DIAGNOSES.map((diagnosis) => (
          <Group
            key={diagnosis} id={diagnosis} title={desk.diagnosis[diagnosis]} viewer={viewer}
            templates={templates.filter((one) => one.diagnosis === diagnosis)}
          />
        ))}
        <Group id={FOR_ALL_ID} title={words.forAll} viewer={viewer} templates={templates.filter((one) => one.diagnosis === FOR_ALL)}>
          <p className="soft">{words.forAllText}</p>
          {missing.length > 0 && (
            <form method="post" className="row">
              {missing.map((language) => (
                <Button key={language} tone="quiet" name="language" value={language}>{fill(words.forAllMake, { language: common.languages[language] })}</Button>
              ))}
            </form>
          )}
        </Group>
      </div>
    </DeskPage>
  )
}

const FOR_ALL_ID = 'for-all'

type Listed = { id: string; language: Language; title: string; count: number; minutes: number }

type GroupProps = { id: string; title: string; viewer: { locale: Locale }; templates: readonly Listed[]; children?: ReactNode }

function Group({ id: groupId, title: groupTitle, viewer, templates, children }: GroupProps) {
  const { desk: { templateList: texts }, common } = messages(viewer.locale)
  return (
    <section className="template-group" aria-labelledby={groupId}>
      <h2 id={groupId}>{groupTitle}</h2>
      {children}
      <ul className="template-list">
        {templates.map(({ id, title, language, count, minutes }) => (
          <li key={id}>
            <p>
              <span className="template-title" lang={language}>{title}</span>
              {' '}<span className="soft small">{capitalised(common.languages[language])}</span>
            </p>
            <p className="soft small">{fill(texts.summary, { items: count, minutes })}</p>
            <a href={paths.deskTemplate(id)} aria-label={fill(texts.editNamed, { title, language: common.languages[language] })}>
              {texts.edit}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
