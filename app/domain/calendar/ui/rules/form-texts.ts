import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { RuleFormProps } from './rule-form.tsx'

/** What every form of these pages says, around the word on its own button. */
export function formTexts(locale: Locale, submit: string): RuleFormProps['texts'] {
  const { rules, desk } = messages(locale)
  return { submit, optional: rules.optional, faultsTitle: desk.faultsTitle, faults: rules.faults }
}

/** What every list of these pages says, around what it says when it is empty. */
export function listTexts(locale: Locale, empty: string): { empty: string; remove: string; removeNamed: string } {
  const { rules: { remove, removeNamed } } = messages(locale)
  return { empty, remove, removeNamed }
}

/** What the page that a form led back to says of it, from its address. */
export function newsOf(request: Request, locale: Locale): string | null {
  const { searchParams } = new URL(request.url)
  const { rules } = messages(locale)
  if (searchParams.has('removed')) return rules.removed
  return searchParams.has('saved') ? rules.saved : null
}
