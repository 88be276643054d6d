import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInLinkView } from '#app/domain/people/ui/mail/sign-in-link-view.tsx'
import { askedLocale } from '#app/i18n/locale-of.ts'
import { messages } from '#app/i18n/messages.ts'
import { readContext } from '#app/load-context.ts'
import { paths } from '#app/paths.ts'
import { env } from '#app/platform/env.server.ts'
import { checkRate } from '#app/platform/rate-limit.server.ts'
import { signInByMail } from '#app/platform/session.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { formHeaders, retryHeaders } from '#app/ui/form-headers.ts'
import { personalMeta } from '#app/ui/page-meta.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers = formHeaders()

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).delivery.signIn.page.title, loaded.locale) : []
)

/** Looks at nothing, for programs open the links of mails too. */
export function loader({ request }: LoaderFunctionArgs) {
  return { locale: askedLocale(request) }
}

/** Uses the key up and lets its holder in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const rate = await checkRate('sign-in', readContext(context).clientAddress, env().SIGN_IN_LIMIT_PER_HOUR)
  if (!rate.isWithin) return data({ fault: 'tooMany' as const }, { status: 429, headers: retryHeaders(rate.retryAfterSeconds) })
  const signedIn = await signInByMail({ key: params.key ?? '', request })
  if (!signedIn.ok) return data({ fault: 'gone' as const }, 410)
  return redirect(paths.desk(), { status: 303, headers: signedIn.value })
}

export default function SignInLink() {
  const { locale } = useLoaderData<typeof loader>()
  return <SignInLinkView locale={locale} fault={useActionData<typeof action>()?.fault ?? null} />
}
