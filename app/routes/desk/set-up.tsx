import {
  data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createDefaults } from '#app/domain/booking/create-defaults.server.ts'
import { readSetUp, SET_UP_FIELDS, type SetUpAnswers, type SetUpFault, type SetUpField } from '#app/domain/people/set-up.ts'
import { claimConsultant, isDeskClaimed, isSetUpKey } from '#app/domain/people/set-up.server.ts'
import { SetUpForm, type TypedSetUp } from '#app/domain/people/ui/set-up-form.tsx'
import { fill } from '#app/i18n/fill.ts'
import { askedLocale } from '#app/i18n/locale-of.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { listTimeZones } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { PASSWORD_LENGTH, signIn } from '#app/platform/session.server.ts'
import { readSetUpKey, setUpCookie } from '#app/set-up-cookie.server.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'
import { Page } from '#app/ui/page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(titleOf(loaded.state, messages(loaded.locale).desk.setUp), loaded.locale) : []
)

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = askedLocale(request)
  if (await isDeskClaimed()) return data({ locale, state: 'claimed' as const, passwordLength: PASSWORD_LENGTH }, 409)
  const isRight = await isSetUpKey(readSetUpKey(request) ?? '', now())
  return isRight ? data({ locale, state: 'open' as const, passwordLength: PASSWORD_LENGTH }) : data({ locale, state: 'refused' as const, passwordLength: PASSWORD_LENGTH }, 410)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const key = readSetUpKey(request)
  const typed = typedIn(form)
  const read = readSetUp(form, PASSWORD_LENGTH)
  if (!read.isGood) return data({ typed, faults: read.faults }, 422)
  const at = now()
  const claimed = await claimConsultant({ ...read.answers, key: key ?? '' }, at, { furnish: (tx, hostId) => createDefaults(tx, hostId, at) })
  if (claimed.ok) return enter(read.answers, request)
  if (claimed.reason === 'email-taken') return data({ typed, faults: { email: claimed.reason } }, 422)
  throw redirect(paths.setUp(), 303)
}

export default function SetUp() {
  const { locale, state, passwordLength } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { common, desk } = messages(locale)
  const { setUp } = desk
  const other = locale === 'da' ? { href: `${paths.setUp()}?lang=en`, label: common.english, tag: 'en' } : { href: paths.setUp(), label: common.danish, tag: 'da' }
  return (
    <Page texts={common} homeHref={paths.front(locale)} otherLanguage={other}>
      <div className="desk">
        {state === 'open' && (
          <>
            <header className="desk-head"><h1>{setUp.title}</h1><p className="lede">{setUp.lede}</p></header>
            <SetUpForm
              locale={locale} typed={answered?.typed ?? {}} faults={sayFaults(answered?.faults ?? {}, locale, passwordLength)}
              timeZones={listTimeZones()} passwordLength={passwordLength} texts={{ common, desk }}
            />
          </>
        )}
        {state === 'refused' && <header className="desk-head"><h1>{setUp.refusedTitle}</h1><p>{setUp.refusedText}</p></header>}
        {state === 'claimed' && (
          <header className="desk-head">
            <h1>{setUp.claimedTitle}</h1>
            <p>{setUp.claimedText}</p>
            <p><a className="button" href={paths.deskSignIn()}>{desk.signIn.title}</a></p>
          </header>
        )}
      </div>
    </Page>
  )
}

async function enter({ email, password }: SetUpAnswers, request: Request): Promise<Response> {
  const signedIn = await signIn({ email, password, request })
  const headers = signedIn.ok ? signedIn.value : new Headers()
  headers.append('Set-Cookie', setUpCookie(null))
  return redirect(paths.desk(), { status: 303, headers })
}

function titleOf(state: 'open' | 'refused' | 'claimed', texts: Messages['desk']['setUp']): string {
  return { open: texts.title, refused: texts.refusedTitle, claimed: texts.claimedTitle }[state]
}

function typedIn(form: FormData): TypedSetUp {
  const kept = SET_UP_FIELDS.filter((field) => field !== 'password')
  return Object.fromEntries(kept.map((field) => [field, String(form.get(field) ?? '')]))
}

type SaidFaults = Partial<Record<SetUpField, SetUpFault | 'email-taken'>>

function sayFaults(faults: SaidFaults, locale: Locale, bounds: { min: number; max: number }): Partial<Record<SetUpField, string>> {
  const { setUp } = messages(locale).desk
  const say = (fault: SetUpFault | 'email-taken') => (fault === 'email-taken' ? setUp.emailTaken : fill(setUp.faults[fault], bounds))
  return Object.fromEntries(SET_UP_FIELDS.flatMap((field) => (faults[field] ? [[field, say(faults[field])]] : [])))
}
