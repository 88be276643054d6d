import type { MeetingType } from '../meeting-type.ts'
import { countIn, faultOfCount, reading, type Reading, type RuleFault, type Typed } from '../rules/rule-input.ts'
import { dayOfDate } from '../zone.ts'
import { readLeads } from './leads.ts'

/** The parts of a meeting type that have a form of their own. */
export const TYPE_SECTIONS = ['about', 'times', 'limits', 'reminders', 'hosts'] as const
export type TypeSection = (typeof TYPE_SECTIONS)[number]

export const FIELDS_OF = {
  about: ['titleDa', 'summaryDa', 'titleEn', 'summaryEn', 'isActive', 'needsApproval'],
  times: ['scheduleId', 'durationMinutes', 'otherDurations', 'stepMinutes', 'bufferBeforeMinutes', 'bufferAfterMinutes'],
  limits: [
    'notice', 'noticeUnit', 'horizonDays', 'horizonDate', 'maxPerDay', 'maxPerWeek', 'maxPerCompanyDay', 'maxPerCompanyWeek',
  ],
  reminders: ['reminders'],
} as const

export type TypeAbout = {
  titleDa: string
  titleEn: string
  summaryDa: string
  summaryEn: string
  isActive: boolean
  needsApproval: boolean
}

export type TypeTimes = Pick<
  MeetingType, 'scheduleId' | 'durationMinutes' | 'otherDurations' | 'stepMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'
>

export type TypeLimits = Pick<
  MeetingType,
  'noticeMinutes' | 'noticeCounts' | 'horizonDays' | 'horizonDate' | 'maxPerDay' | 'maxPerWeek' | 'maxPerCompanyDay' | 'maxPerCompanyWeek'
>

export type TypeReminders = Pick<MeetingType, 'reminderMinutes'>

/** Minutes: a meeting fits into a day and night, and its buffers do too. */
const MOST_MINUTES = 1440
const MOST_NOTICE_HOURS = 24 * 60
const MOST_HORIZON_DAYS = 730
const MOST_TITLE = 80
const MOST_SUMMARY = 400
const MOST_DURATIONS = 5

export function isSection(text: unknown): text is TypeSection {
  return TYPE_SECTIONS.some((section) => section === text)
}

export function readAbout(typed: Typed): Reading<TypeAbout> {
  const { titleDa = '', titleEn = '', summaryDa = '', summaryEn = '' } = typed
  return reading({
    titleDa: faultOfTitle(titleDa), titleEn: faultOfTitle(titleEn),
    summaryDa: summaryDa.length > MOST_SUMMARY ? 'too-long' : null, summaryEn: summaryEn.length > MOST_SUMMARY ? 'too-long' : null,
  }, () => ({ titleDa, titleEn, summaryDa, summaryEn, isActive: typed.isActive === 'yes', needsApproval: typed.needsApproval === 'yes' }))
}

/** @param scheduleIds the owner's; an empty choice means the default one. */
export function readTimes(typed: Typed, scheduleIds: readonly string[]): Reading<TypeTimes> {
  const { scheduleId = '', durationMinutes = '', otherDurations = '', stepMinutes = '', bufferBeforeMinutes = '', bufferAfterMinutes = '' } = typed
  const others = otherDurations.split(/[\s,;]+/).filter(Boolean)
  const areOthersGood = others.length <= MOST_DURATIONS && others.every((text) => faultOfNumber(text, 1, MOST_MINUTES) === null)
  return reading({
    scheduleId: scheduleId === '' || scheduleIds.includes(scheduleId) ? null : 'no-such-choice',
    durationMinutes: faultOfNumber(durationMinutes, 1, MOST_MINUTES),
    otherDurations: areOthersGood ? null : 'not-a-number',
    stepMinutes: faultOfNumber(stepMinutes, 5, MOST_MINUTES),
    bufferBeforeMinutes: faultOfNumber(bufferBeforeMinutes || '0', 0, MOST_MINUTES),
    bufferAfterMinutes: faultOfNumber(bufferAfterMinutes || '0', 0, MOST_MINUTES),
  }, () => ({
    scheduleId: scheduleId || null,
    durationMinutes: Number(durationMinutes),
    otherDurations: [...new Set(others.map(Number))].filter((minutes) => minutes !== Number(durationMinutes)),
    stepMinutes: Number(stepMinutes),
    bufferBeforeMinutes: Number(bufferBeforeMinutes),
    bufferAfterMinutes: Number(bufferAfterMinutes),
  }))
}

/** Notice is typed in hours, halves allowed; `noticeUnit` is `working` when only working hours count. */
export function readLimits(typed: Typed): Reading<TypeLimits> {
  const { notice = '', noticeUnit = '', horizonDays = '', horizonDate = '', maxPerDay = '', maxPerWeek = '' } = typed
  const { maxPerCompanyDay = '', maxPerCompanyWeek = '' } = typed
  const hours = Number(notice.replace(',', '.') || '0')
  return reading({
    notice: hours >= 0 && hours <= MOST_NOTICE_HOURS && Number.isInteger(hours * 2) ? null : 'not-a-number',
    horizonDays: faultOfNumber(horizonDays, 1, MOST_HORIZON_DAYS),
    horizonDate: horizonDate === '' || dayOfDate(horizonDate) !== null ? null : 'not-a-date',
    maxPerDay: faultOfCount(maxPerDay), maxPerWeek: faultOfCount(maxPerWeek),
    maxPerCompanyDay: faultOfCount(maxPerCompanyDay), maxPerCompanyWeek: faultOfCount(maxPerCompanyWeek),
  }, () => ({
    noticeMinutes: hours * 60, noticeCounts: noticeUnit === 'working' ? 'working' : 'elapsed',
    horizonDays: Number(horizonDays), horizonDate: horizonDate || null,
    maxPerDay: countIn(maxPerDay), maxPerWeek: countIn(maxPerWeek),
    maxPerCompanyDay: countIn(maxPerCompanyDay), maxPerCompanyWeek: countIn(maxPerCompanyWeek),
  }))
}

export function readReminders({ reminders = '' }: Typed): Reading<TypeReminders> {
  const leads = readLeads(reminders)
  return reading({ reminders: leads ? null : 'not-leads' }, () => ({ reminderMinutes: leads ?? [] }))
}

export type TypedHost = { hostId: string; isChosen: boolean; weight: string; scheduleId: string }
export type ChosenHosts = { assign: 'any' | 'all'; hosts: { hostId: string; weight: number; scheduleId: string | null }[] }

/** The rows of the form, in their order: who may be chosen comes from the desk, never from the form. */
export function readTypedHosts(form: FormData, hostIds: readonly string[]): TypedHost[] {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return hostIds.map((hostId) => ({
    hostId, isChosen: form.getAll('host').includes(hostId), weight: text(`weight-${hostId}`) || '1', scheduleId: text(`schedule-${hostId}`),
  }))
}

/** @param schedules which schedules each host has. */
export function readHosts(
  typed: readonly TypedHost[], assign: unknown, schedules: ReadonlyMap<string, readonly string[]>,
): Reading<ChosenHosts> {
  const chosen = typed.filter(({ isChosen }) => isChosen)
  const faults: Record<string, RuleFault | null> = { hosts: chosen.length === 0 ? 'empty' : null }
  for (const { hostId, weight, scheduleId } of chosen) {
    faults[`weight-${hostId}`] = faultOfNumber(weight, 1, 10)
    faults[`schedule-${hostId}`] = scheduleId === '' || schedules.get(hostId)?.includes(scheduleId) ? null : 'no-such-choice'
  }
  return reading(faults, () => ({
    assign: assign === 'all' ? 'all' : 'any',
    hosts: chosen.map(({ hostId, weight, scheduleId }) => ({ hostId, weight: Number(weight), scheduleId: scheduleId || null })),
  }))
}

/** `Et første møde` as `et-forste-mode`: what stands in the address. */
export function slugOf(title: string): string {
  const plain = title.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'aa')
  const bare = plain.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')
  return bare.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 40) || 'meeting'
}

function faultOfTitle(title: string): RuleFault | null {
  if (title === '') return 'empty'
  return title.length > MOST_TITLE ? 'too-long' : null
}

function faultOfNumber(text: string, least: number, most: number): RuleFault | null {
  return /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most ? null : 'not-a-number'
}
