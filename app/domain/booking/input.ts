import { z } from 'zod'
import { isId, newId } from '#app/kernel/ids.ts'
import { isTimeZone, parseInstant } from '#app/kernel/time.ts'
import type { BookingRequest } from './booking.ts'
import { DIAGNOSES } from './diagnosis.ts'

/** The fields that a visitor fills in, in the order of the form. */
export const BOOKING_FIELDS = ['name', 'email', 'company', 'phone', 'diagnosis', 'diagnosisText', 'message'] as const

export type BookingField = (typeof BOOKING_FIELDS)[number]

/** What stands in each field, as it was typed. */
export type TypedBooking = Record<BookingField, string>

const FAULTS = [
  'nameMissing', 'emailMissing', 'emailBroken', 'companyMissing', 'phoneBroken', 'diagnosisMissing', 'diagnosisTextMissing', 'tooLong',
] as const

/** Names of sentences in the texts of the booking. */
export type BookingFault = (typeof FAULTS)[number]

export type BookingFaults = Partial<Record<BookingField, BookingFault>>

/** What the browser checks by itself, from the same schema as the server. */
export type FieldBounds = { required?: boolean; maxLength?: number }

/** What the form says; the meeting type and the language stand in the URL. */
export type BookingAnswers = Omit<BookingRequest, 'typeSlug' | 'locale' | 'visitorHash' | 'isDemo'>

export type BookingForm = {
  typed: TypedBooking
  /** Null when the instant is missing or can't be read. */
  startsAt: number | null
  timeZone: string
  idempotencyKey: string
  /** As it came; null when none did, as from a program that has no form. */
  stamp: string | null
  /** What the browser worked out for the stamp; empty without a script. */
  proof: string
  /** Somebody filled in the field that people don't see. */
  isLured: boolean
  faults: BookingFaults
  /** Null while there are faults. */
  answers: BookingAnswers | null
}

/** Only what every mail server would refuse is refused: no @ or two, spaces, a domain without a dot or with an empty part. */
const MAIL = /^[^\s@,;:<>()"]+@([^\s@,;:<>()".]+\.)+[\p{L}\d-]*\p{L}[\p{L}\d-]*$/u
const PHONE = /^$|^[+(]?\d[\d\s().-]{4,}$/

const line = (maxLength: number) => z.string().max(maxLength, 'tooLong')

const bookingSchema = z.object({
  name: line(120).min(1, 'nameMissing'),
  email: line(254).min(1, 'emailMissing').regex(MAIL, 'emailBroken'),
  company: line(120).min(1, 'companyMissing'),
  phone: line(40).regex(PHONE, 'phoneBroken'),
  diagnosis: z.enum(DIAGNOSES, 'diagnosisMissing'),
  diagnosisText: line(500),
  message: line(2_000),
}).refine((answers) => answers.diagnosis !== 'something-else' || answers.diagnosisText !== '', {
  path: ['diagnosisText'], error: 'diagnosisTextMissing', when: () => true,
})

/** Could a mail reach this address? */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && MAIL.test(text)
}

export const BOOKING_BOUNDS: Record<BookingField, FieldBounds> = readBounds()

/** Reads the booking form; what was typed is kept beside what it means. */
export function readBookingForm(form: FormData, fallbackZone: string): BookingForm {
  const typed = readTyped((field) => form.get(field))
  const startsAt = parseInstant(form.get('start'))
  const zone = form.get('zone')
  const timeZone = isTimeZone(zone) ? zone : fallbackZone
  const key = form.get('idempotencyKey')
  const idempotencyKey = isId(key) ? key : newId()
  const parsed = bookingSchema.safeParse(typed)
  const faults = parsed.success ? {} : faultsOf(parsed.error)
  const answers = parsed.success && startsAt !== null
    ? { ...answersOf(parsed.data), startsAt, timeZone, idempotencyKey }
    : null
  const stamp = form.get('stamp')
  return {
    typed, startsAt, timeZone, idempotencyKey, stamp: typeof stamp === 'string' ? stamp : null, proof: String(form.get('proof') ?? ''),
    isLured: Boolean(form.get('website')), faults, answers,
  }
}

/** The fields from any source, without the characters that mean nothing in them. */
export function readTyped(read: (field: BookingField) => unknown): TypedBooking {
  const text = (field: BookingField) => {
    const value = read(field)
    return typeof value === 'string' ? value : ''
  }
  return {
    name: oneLine(text('name')),
    email: oneLine(text('email')),
    company: oneLine(text('company')),
    phone: oneLine(text('phone')),
    diagnosis: oneLine(text('diagnosis')),
    diagnosisText: oneLine(text('diagnosisText')),
    message: manyLines(text('message')),
  }
}

function answersOf(given: z.infer<typeof bookingSchema>): Omit<BookingAnswers, 'startsAt' | 'timeZone' | 'idempotencyKey'> {
  const { name, email, company, phone, diagnosis, diagnosisText, message } = given
  return {
    name, email, companyName: company, phone: phone || null, diagnosis,
    diagnosisText: diagnosis === 'something-else' ? diagnosisText : null,
    message: message || null,
  }
}

/** The first fault of each field. */
function faultsOf(error: z.ZodError): BookingFaults {
  const faults: BookingFaults = {}
  for (const issue of error.issues.toReversed()) {
    const field = BOOKING_FIELDS.find((candidate) => candidate === issue.path[0])
    const fault = FAULTS.find((candidate) => candidate === issue.message)
    if (field && fault) faults[field] = fault
  }
  return faults
}

/** Control characters would end a header, and PostgreSQL stores no NUL. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

function manyLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '').trim()
}

function readBounds(): Record<BookingField, FieldBounds> {
  const fields = z.toJSONSchema(bookingSchema).properties ?? {}
  const boundsOf = (field: BookingField): FieldBounds => {
    const bounds = fields[field]
    if (typeof bounds !== 'object') return {}
    return { required: Boolean(bounds.minLength) || bounds.enum !== undefined || undefined, maxLength: bounds.maxLength }
  }
  return {
    name: boundsOf('name'), email: boundsOf('email'), company: boundsOf('company'), phone: boundsOf('phone'),
    diagnosis: boundsOf('diagnosis'), diagnosisText: boundsOf('diagnosisText'), message: boundsOf('message'),
  }
}
