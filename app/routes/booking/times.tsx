import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { leaveTime, reserveTime, watchTime } from '#app/domain/booking/pages/reserve.server.ts'
import { timesAsJson, timesAsMarkdown } from '#app/domain/booking/pages/slots-for-agents.ts'
import { askedByUrl, readTimesPage } from '#app/domain/booking/pages/times.server.ts'
import { TimesView } from '#app/domain/booking/ui/times/times-view.tsx'
import type { TimesState } from '#app/domain/booking/ui/times/times-state.ts'
import { HOME_ZONE } from '#app/domain/booking/ui/words.ts'
import { fill } from '#app/i18n/fill.ts'
import { localeOf } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { readContext } from '#app/load-context.ts'
import { paths } from '#app/paths.ts'
import { writeOtherForm } from '#app/platform/pages/other-form.server.ts'
import { leadToAskedLanguage } from '#app/platform/pages/language.server.ts'
import { meetVisitor, readVisitor } from '#app/platform/pages/visitor.server.ts'
import { retryHeaders, retryHeadersIn } from '#app/ui/form-headers.ts'
import { publicMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['own-hours', 'own-zone', 'form-care', 'fresh-page'] }

/** A page that shows somebody's own reservation is kept nowhere; the others are everybody's, and programs get a form of their own. */
export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) => {
  const kept = loaderHeaders.get('Cache-Control')
  return { Vary: 'Accept', 'Speculation-Rules': `"${paths.speculationRules()}"`, ...(kept ? { 'Cache-Control': kept } : {}), ...retryHeadersIn(actionHeaders) }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  if (!loaded) return []
  const { locale, offer, origin } = loaded
  const { title, host, durationMinutes: minutes, slug } = offer
  const texts = messages(locale).booking
  return publicMeta({
    locale, origin, title: fill(texts.pageTitle, { title, host }), description: fill(texts.description, { title, host, minutes }),
    path: (language) => paths.book(language, slug),
  })
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  leadToAskedLanguage(request)
  const asked = askedByUrl(request, { slug: params.type, locale: localeOf(request) })
  const state = await readTimesPage(asked, readVisitor(request))
  const otherForm = writeOtherForm(request, {
    'application/json': () => timesAsJson(state), 'text/markdown': () => timesAsMarkdown(state),
  })
  return data(otherForm ? { ...state, otherForm } : state, state.isPersonal ? { headers: { 'Cache-Control': 'no-store' } } : undefined)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { clientAddress } = readContext(context)
  const visitorHash = readVisitor(request)
  const asked = { slug: params.type, locale: localeOf(request), clientAddress, visitorHash }
  const intent = form.get('intent')
  const visitor = visitorHash === null ? meetVisitor() : { hash: visitorHash, cookie: null }
  const answer = await (intent === 'leave' ? leaveTime(form, asked)
    : intent === 'watch' ? watchTime(form, asked)
    : reserveTime(form, { ...asked, visitorHash: visitor.hash }))
  if (answer.isDone) {
    const isMet = intent === null && visitor.cookie !== null
    throw redirect(answer.to, { status: 303, headers: isMet ? { 'Set-Cookie': visitor.cookie } : {} })
  }
  const { status, retryAfterSeconds, state } = answer
  return data(state, { status, headers: retryHeaders(retryAfterSeconds) })
}

export default function TimesPage() {
  const asked = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>() ?? asked
  return (
    <SitePage locale={state.locale} otherHref={sameTimesIn(state.locale === 'da' ? 'en' : 'da', state)}>
      <TimesView state={state} />
    </SitePage>
  )
}

/** The same stretch of days, or month, or marked time, on the same clock. */
function sameTimesIn(locale: Locale, { offer, carried, zone, month, page, marked }: TimesState): string {
  const from = page.earlierFrom === null ? undefined : page.days[0]?.date
  const shown = month ? { month: month.month, day: month.chosen ?? undefined } : { from }
  return paths.book(locale, offer.slug, {
    ...carried, ...shown, at: marked ? isoInstant(marked.at) : undefined, zone: zone === HOME_ZONE ? undefined : zone,
  })
}
