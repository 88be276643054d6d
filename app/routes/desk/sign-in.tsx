import {
  data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isDeskClaimed } from '#app/domain/people/set-up.server.ts'
import { askForSignInMail } from '#app/domain/people/sign-in/sign-in-mail.server.ts'
import { findHost } from '#app/guards.server.ts'
import { fill } from '#app/i18n/fill.ts'
import { askedLocale } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { readContext } from '#app/load-context.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { checkRate } from '#app/platform/rate-limit.server.ts'
import { signIn } from '#app/platform/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import deskStyles from '#app/ui/css/desk.css?url'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { formHeaders, retryHeaders } from '#app/ui/form-headers.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { Page } from '#app/ui/page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers = formHeaders()

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).desk.signIn.title, loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  if (await findHost(request)) throw redirect(destinationOf(request), 303)
  return { locale: askedLocale(request), isClaimed: await isDeskClaimed() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const [email, password] = ['email', 'password'].map((name) => String(form.get(name) ?? ''))
  const rate = await checkRate('sign-in', readContext(context).clientAddress, env().SIGN_IN_LIMIT_PER_HOUR)
  if (!rate.isWithin) {
    return data({ email, fault: 'tooMany' as const }, { status: 429, headers: retryHeaders(rate.retryAfterSeconds) })
  }
  if (form.get('intent') === 'link') return sendLink(email ?? '')
  const signedIn = await signIn({ email: (email ?? '').trim(), password: password ?? '', request })
  if (!signedIn.ok) return data({ email, fault: 'refused' as const }, 401)
  return redirect(destinationOf(request), { status: 303, headers: signedIn.value })
}

/** Says the same whether there is such a desk or not. */
async function sendLink(email: string) {
  if (email.trim() === '') return data({ email, fault: 'missing' as const }, 422)
  await askForSignInMail(email, now())
  return data({ email, fault: null }, 200)
}

export default function SignIn() {
  const { locale, isClaimed } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { common, desk: { signIn: texts }, delivery: { signIn: byMail } } = messages(locale)
  const faults = { refused: texts.refused, tooMany: texts.tooMany, missing: byMail.missing }
  return (
    <Page texts={common} homeHref={paths.front(locale)}>
      <div className="desk">
        <header className="desk-head"><h1>{texts.title}</h1><p className="lede">{texts.lede}</p></header>
        {!isClaimed && <Notice title={texts.unclaimedTitle}><p>{texts.unclaimedText}</p></Notice>}
        <form method="post" className="desk-form">
          {answered?.fault && <div className="notice" data-tone="danger" role="alert"><p>{faults[answered.fault]}</p></div>}
          {answered?.fault === null && <Notice isNews><p>{fill(byMail.sent, { email: answered.email ?? '' })}</p></Notice>}
          <Field id="email" name="email" label={texts.email} type="email" autoComplete="username" required defaultValue={answered?.email} />
          <Field id="password" name="password" label={texts.password} type="password" autoComplete="current-password" required />
          <p><Button>{texts.submit}</Button></p>
          <p className="row">
            <span className="soft">{byMail.orMail}</span>
            <Button name="intent" value="link" tone="quiet" formNoValidate>{byMail.ask}</Button>
          </p>
        </form>
      </div>
    </Page>
  )
}

/** Only pages of our own: a path with one slash at its beginning, and no backslash that a browser reads as one. */
function destinationOf(request: Request): string {
  const to = new URL(request.url).searchParams.get('to') ?? ''
  return /^\/(?![/\\])[^\\\s]*$/.test(to) ? to : paths.desk()
}
