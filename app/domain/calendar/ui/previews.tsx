import type { ReactElement } from 'react'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { explainInstant } from '../explain.ts'
import { listCandidates, type Why } from '../rules/explain-day.ts'
import type { HostRules, SlotRules } from '../slot-rules.ts'
import { formTexts, listTexts } from './rules/form-texts.ts'
import { RuleForm } from './rules/rule-form.tsx'
import { RuleList } from './rules/rule-list.tsx'
import { WhyView } from './rules/why-view.tsx'

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const NOW = 1_795_597_200_000
const ZONE = 'Europe/Copenhagen'
/** Thursday's midnight there. */
const THURSDAY = NOW + 14 * HOUR_MS
const TEN = THURSDAY + 10 * HOUR_MS

/** Why a time is offered, is not, and is with another host; and a form with faults below its list. */
export function rulePreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => [
    { name: 'why-free', locale, element: drawWhy(locale, TEN + 4 * HOUR_MS) },
    { name: 'why-taken', locale, element: drawWhy(locale, TEN) },
    { name: 'why-closed', locale, element: drawWhy(locale, THURSDAY + 12 * HOUR_MS, { timeOff: [{ firstDay: 20_783, lastDay: 20_783 }] }) },
    { name: 'rules-with-faults', locale, element: drawForm(locale) },
  ])
}

function drawWhy(locale: Locale, at: number, change: Partial<HostRules> = {}): ReactElement {
  const rules = rulesWith(change)
  const why: Why = {
    typed: { type: 'intro', date: '2026-11-26', time: '' }, faults: {}, zone: ZONE, hostNames: {}, isActive: false,
    types: [{ id: 'intro', titleDa: 'Et første møde', titleEn: 'A first meeting' }],
    candidates: listCandidates(rules), moment: { at, rulings: explainInstant(rules, at) },
  }
  return <div className="page-main"><div className="desk"><WhyView why={why} locale={locale} /></div></div>
}

function drawForm(locale: Locale): ReactElement {
  const { off: texts } = messages(locale).rules
  return (
    <div className="page-main">
      <div className="desk">
        <RuleList items={[{ id: 'one', what: '24.12.2026', detail: 'Skagen' }]} texts={listTexts(locale, texts.empty)} />
        <RuleForm
          fields={[{ kind: 'date', name: 'firstDate', label: texts.firstDate }, { kind: 'text', name: 'note', label: texts.note, isOptional: true }]}
          typed={{ note: 'Skagen' }} faults={{ firstDate: 'empty' }} texts={formTexts(locale, texts.add)} intent="add"
        />
      </div>
    </div>
  )
}

function rulesWith(change: Partial<HostRules>): SlotRules {
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 960 }))
  const booking = {
    id: 'one', typeId: 'intro', startsAt: TEN, endsAt: TEN + 45 * MINUTE_MS, bufferBeforeMs: 0, bufferAfterMs: 15 * MINUTE_MS,
  }
  const busy = [{ startsAt: TEN + 2 * HOUR_MS, endsAt: TEN + 3 * HOUR_MS, source: 'own', title: 'Skagen' }]
  return {
    now: NOW, from: THURSDAY, to: THURSDAY + 24 * HOUR_MS, assign: 'any',
    type: {
      id: 'intro', durationMs: 30 * MINUTE_MS, stepMs: 30 * MINUTE_MS, bufferBeforeMs: 0, bufferAfterMs: 15 * MINUTE_MS,
      noticeMs: 4 * HOUR_MS, horizonDays: 60, maxPerDay: 3, maxPerWeek: null,
    },
    hosts: [{ id: 'mette', timeZone: ZONE, weekly, overrides: [], travel: [], busy, bookings: [booking], ...change }],
  }
}
