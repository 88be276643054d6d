import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { isLocale, type Locale } from '#app/kernel/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { SET_UP_FIELDS, type SetUpField } from '../set-up.ts'

export type SetUpTexts = { desk: Messages['desk']; common: Messages['common'] }

/** What was typed, but for the password, which is never sent back. */
export type TypedSetUp = Partial<Record<SetUpField, string>>

type SetUpFormProps = {
  locale: Locale
  typed: TypedSetUp
  /** A sentence for each field that is wrong. */
  faults: Partial<Record<SetUpField, string>>
  timeZones: readonly string[]
  passwordLength: { min: number; max: number }
  texts: SetUpTexts
}

/** Who the consultant is, and how they sign in. */
export function SetUpForm({ locale, typed, faults, timeZones, passwordLength, texts }: SetUpFormProps) {
  const { setUp, faultsTitle } = texts.desk
  const wrong = SET_UP_FIELDS.flatMap((id) => (faults[id] ? [{ id, text: faults[id] }] : []))
  const field = (id: Exclude<SetUpField, 'locale' | 'timeZone'>) => ({ id, name: id, error: faults[id], defaultValue: typed[id] })
  return (
    <form method="post" className="desk-form" noValidate>
      <ErrorSummary title={faultsTitle} faults={wrong} />
      <fieldset className="desk-form">
        <legend>{setUp.aboutYou}</legend>
        <Field {...field('name')} label={setUp.fullName} autoComplete="name" required maxLength={120} />
        <Field {...field('title')} label={setUp.jobTitle} hint={setUp.jobTitleHint} autoComplete="organization-title" required maxLength={120} />
        <Field {...field('phone')} label={setUp.phone} hint={setUp.phoneHint} optionalText={setUp.optional} type="tel" autoComplete="tel" maxLength={40} />
      </fieldset>
      <fieldset className="desk-form">
        <legend>{setUp.access}</legend>
        <Field {...field('email')} label={setUp.email} hint={setUp.emailHint} type="email" autoComplete="email" required maxLength={254} />
        <Field
          {...field('password')} label={setUp.password} hint={fill(setUp.passwordHint, { count: passwordLength.min })} type="password"
          autoComplete="new-password" required minLength={passwordLength.min} maxLength={passwordLength.max}
        />
      </fieldset>
      <WhereFields {...{ locale, typed, faults, timeZones, texts }} />
      <p><Button size="large">{setUp.submit}</Button></p>
    </form>
  )
}

function WhereFields({ locale, typed, faults, timeZones, texts }: Omit<SetUpFormProps, 'passwordLength'>) {
  const { desk: { setUp }, common } = texts
  return (
    <fieldset className="desk-form">
      <legend>{setUp.where}</legend>
      <Select
        id="locale" name="locale" label={setUp.locale} error={faults.locale}
        defaultValue={isLocale(typed.locale) ? typed.locale : locale}
        options={[{ value: 'da', label: common.danish }, { value: 'en', label: common.english }]}
      />
      <Select
        id="timeZone" name="timeZone" label={setUp.timeZone} hint={setUp.timeZoneHint} error={faults.timeZone}
        defaultValue={typed.timeZone ?? 'Europe/Copenhagen'} options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
    </fieldset>
  )
}
