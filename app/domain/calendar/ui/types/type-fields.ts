import type { Messages } from '#app/i18n/messages.ts'
import type { MeetingType } from '../../meeting-type.ts'
import { writeLeads } from '../../types/leads.ts'
import type { FIELDS_OF } from '../../types/type-input.ts'
import type { Typed } from '../../rules/rule-input.ts'
import type { RuleField } from '../rules/rule-form.tsx'

type TypeTexts = Messages['rules']['types']
type FormSection = keyof typeof FIELDS_OF

/** The questions of one part. `schedules` are the owner's, with the names they are shown by. */
export function typeFields(section: FormSection, texts: TypeTexts, schedules: readonly { id: string; name: string }[]): RuleField[] {
  if (section === 'about') return aboutFields(texts)
  if (section === 'reminders') return [{ kind: 'text', name: 'reminders', label: texts.reminders, hint: texts.remindersHint, isOptional: true }]
  return section === 'times' ? timesFields(texts, schedules) : limitsFields(texts)
}

/** What a type says now, as the form would send it; lengths of time in the words of `texts`. */
export function typedOf(type: MeetingType, texts: TypeTexts): Typed {
  const text = (value: number | string | null) => (value === null ? '' : String(value))
  return {
    titleDa: type.title.da, titleEn: type.title.en, summaryDa: type.summary.da, summaryEn: type.summary.en,
    isActive: type.isActive ? 'yes' : '', needsApproval: type.needsApproval ? 'yes' : '',
    scheduleId: text(type.scheduleId), durationMinutes: text(type.durationMinutes), otherDurations: type.otherDurations.join(', '),
    stepMinutes: text(type.stepMinutes),
    bufferBeforeMinutes: text(type.bufferBeforeMinutes), bufferAfterMinutes: text(type.bufferAfterMinutes),
    notice: text(type.noticeMinutes / 60), noticeUnit: type.noticeCounts, horizonDays: text(type.horizonDays),
    horizonDate: text(type.horizonDate), maxPerDay: text(type.maxPerDay), maxPerWeek: text(type.maxPerWeek),
    maxPerCompanyDay: text(type.maxPerCompanyDay), maxPerCompanyWeek: text(type.maxPerCompanyWeek),
    reminders: writeLeads(type.reminderMinutes, texts.leads),
  }
}

function aboutFields(texts: TypeTexts): RuleField[] {
  return [
    { kind: 'text', name: 'titleDa', label: texts.titleDa },
    { kind: 'long', name: 'summaryDa', label: texts.summaryDa, isOptional: true },
    { kind: 'text', name: 'titleEn', label: texts.titleEn },
    { kind: 'long', name: 'summaryEn', label: texts.summaryEn, isOptional: true },
    { kind: 'check', name: 'isActive', label: texts.isActive, hint: texts.isActiveHint },
    { kind: 'check', name: 'needsApproval', label: texts.needsApproval, hint: texts.needsApprovalHint },
  ]
}

function timesFields(texts: TypeTexts, schedules: readonly { id: string; name: string }[]): RuleField[] {
  const options = [{ value: '', label: texts.defaultSchedule }, ...schedules.map(({ id, name }) => ({ value: id, label: name }))]
  return [
    { kind: 'number', name: 'durationMinutes', label: texts.durationMinutes },
    { kind: 'text', name: 'otherDurations', label: texts.otherDurations, hint: texts.otherDurationsHint, isOptional: true },
    { kind: 'number', name: 'stepMinutes', label: texts.stepMinutes, hint: texts.stepHint },
    { kind: 'number', name: 'bufferBeforeMinutes', label: texts.bufferBefore },
    { kind: 'number', name: 'bufferAfterMinutes', label: texts.bufferAfter },
    { kind: 'select', name: 'scheduleId', label: texts.schedule, options },
  ]
}

function limitsFields(texts: TypeTexts): RuleField[] {
  const units = [{ value: 'elapsed', label: texts.noticeElapsed }, { value: 'working', label: texts.noticeWorking }]
  return [
    { kind: 'number', name: 'notice', label: texts.notice, hint: texts.noticeHint },
    { kind: 'radio', name: 'noticeUnit', label: texts.noticeUnit, options: units },
    { kind: 'number', name: 'horizonDays', label: texts.horizonDays, hint: texts.horizonDaysHint },
    { kind: 'date', name: 'horizonDate', label: texts.horizonDate, hint: texts.horizonDateHint, isOptional: true },
    { kind: 'number', name: 'maxPerDay', label: texts.maxPerDay, hint: texts.capsHint, isOptional: true },
    { kind: 'number', name: 'maxPerWeek', label: texts.maxPerWeek, isOptional: true },
    { kind: 'number', name: 'maxPerCompanyDay', label: texts.maxPerCompanyDay, isOptional: true },
    { kind: 'number', name: 'maxPerCompanyWeek', label: texts.maxPerCompanyWeek, isOptional: true },
  ]
}
