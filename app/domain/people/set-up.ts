import { z } from 'zod'
import { isLocale, type Locale } from '#app/kernel/locale.ts'
import { isTimeZone } from '#app/kernel/time.ts'

/** What the consultant says about themselves when the desk is claimed. */
export type SetUpAnswers = {
  name: string
  title: string
  email: string
  phone: string | null
  password: string
  locale: Locale
  timeZone: string
}

export const SET_UP_FIELDS = ['name', 'title', 'email', 'phone', 'password', 'locale', 'timeZone'] as const

export type SetUpField = (typeof SET_UP_FIELDS)[number]

export type SetUpFault = 'empty' | 'too-long' | 'bad-email' | 'short-password' | 'long-password' | 'bad-zone' | 'bad-language'

export type SetUpFaults = Partial<Record<SetUpField, SetUpFault>>

type SetUpReading = { isGood: true; answers: SetUpAnswers } | { isGood: false; faults: SetUpFaults }

/** Reads the set-up form. `passwordLength` is counted in characters; any characters will do. */
export function readSetUp(form: FormData, passwordLength: { min: number; max: number }): SetUpReading {
  const text = (field: SetUpField) => {
    const value = form.get(field)
    return typeof value !== 'string' ? '' : field === 'password' ? value : value.trim()
  }
  const parsed = setUpSchema(passwordLength).safeParse(Object.fromEntries(SET_UP_FIELDS.map((field) => [field, text(field)])))
  if (parsed.success) return { isGood: true, answers: { ...parsed.data, phone: parsed.data.phone || null } }
  const faults: SetUpFaults = {}
  for (const issue of parsed.error.issues.toReversed()) {
    const field = SET_UP_FIELDS.find((candidate) => candidate === issue.path[0])
    const fault = FAULTS.find((candidate) => candidate === issue.message)
    if (field && fault) faults[field] = fault
  }
  return { isGood: false, faults }
}

const FAULTS: SetUpFault[] = ['empty', 'too-long', 'bad-email', 'short-password', 'long-password', 'bad-zone', 'bad-language']

function setUpSchema(passwordLength: { min: number; max: number }) {
  const line = z.string().min(1, 'empty').max(120, 'too-long')
  return z.object({
    name: line,
    title: line,
    email: z.string().min(1, 'empty').max(254, 'too-long').toLowerCase().pipe(z.email('bad-email')),
    phone: z.string().max(40, 'too-long'),
    password: z.string().min(passwordLength.min, 'short-password').max(passwordLength.max, 'long-password'),
    locale: z.custom<Locale>(isLocale, 'bad-language'),
    timeZone: z.string().refine(isTimeZone, 'bad-zone'),
  })
}
