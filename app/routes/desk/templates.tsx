import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listTemplates } from '#app/domain/agenda/queries.server.ts'
import { DIAGNOSES } from '#app/domain/booking/diagnosis.ts'
import { DeskPage } from '#app/domain/people/ui/desk-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
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

export default function Templates() {
  const { viewer, templates } = useLoaderData<typeof loader>()
  const { desk, common } = messages(viewer.locale)
  const { templateList: texts } = desk
  return (
    <DeskPage viewer={viewer} current="templates">
      <div className="desk">
        <header className="desk-head"><h1>{texts.title}</h1><p className="lede">{texts.lede}</p></header>
        {templates.length === 0 && <p>{texts.empty}</p>}
        {DIAGNOSES.map((diagnosis) => (
          <section key={diagnosis} className="template-group" aria-labelledby={diagnosis}>
            <h2 id={diagnosis}>{desk.diagnosis[diagnosis]}</h2>
            <ul className="template-list">
              {templates.filter((template) => template.diagnosis === diagnosis).map(({ id, title, language, count, minutes }) => {
                const languageName = language === 'da' ? common.danish : common.english
                return (
                  <li key={id}>
                    <p><span className="template-title" lang={language}>{title}</span> <span className="soft small">{languageName}</span></p>
                    <p className="soft small">{fill(texts.summary, { items: count, minutes })}</p>
                    <a href={paths.deskTemplate(id)} aria-label={fill(texts.editNamed, { title, language: languageName.toLowerCase() })}>
                      {texts.edit}
                    </a>
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      </div>
    </DeskPage>
  )
}
