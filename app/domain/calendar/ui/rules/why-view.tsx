import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { rulingText } from '#app/i18n/ruling-text.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText, DAY_MS, dayText } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Ruling } from '../../explain.ts'
import type { Candidate, Why } from '../../rules/explain-day.ts'
import { dayOfDate } from '../../zone.ts'

/** Asks for a moment, and tells what every rule says of it; without a moment, of each starting time of the day. */
export function WhyView({ why, locale }: { why: Why; locale: Locale }) {
  const { why: texts } = messages(locale).rules
  if (why.types.length === 0) return <p>{texts.noTypes}</p>
  const day = dayOfDate(why.typed.date ?? '')
  return (
    <>
      <WhyForm why={why} locale={locale} />
      {!why.isActive && <Notice tone="caution"><p>{texts.inactive}</p></Notice>}
      {why.moment && <Verdict moment={why.moment} why={why} locale={locale} />}
      {day !== null && (
        <section className="desk-add" aria-labelledby="starts">
          <h2 id="starts">{fill(texts.dayTitle, { day: dayText(day * DAY_MS, 'UTC', locale) })}</h2>
          {why.candidates.length === 0 && <p className="soft">{texts.noStarts}</p>}
          <ul className="rule-list why-starts">
            {why.candidates.map((candidate) => (
              <li key={candidate.at}><Start candidate={candidate} why={why} locale={locale} /></li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function WhyForm({ why: { typed, faults, types }, locale }: { why: Why; locale: Locale }) {
  const { why: texts, faults: faultTexts, optional } = messages(locale).rules
  const say = (name: string) => {
    const fault = faults[name]
    return fault ? faultTexts[fault] : undefined
  }
  const options = types.map(({ id, titleDa, titleEn }) => ({ value: id, label: locale === 'da' ? titleDa : titleEn }))
  return (
    <form method="get" className="desk-form" noValidate>
      <input type="hidden" name="lang" value={locale} />
      <Select id="type" name="type" label={texts.type} options={options} defaultValue={typed.type} />
      <div className="short-field"><Field id="date" name="date" type="date" label={texts.date} defaultValue={typed.date} error={say('date')} /></div>
      <div className="short-field">
        <Field
          id="time" name="time" label={texts.time} hint={texts.timeHint} optionalText={optional} defaultValue={typed.time} error={say('time')}
          autoComplete="off"
        />
      </div>
      <div className="row"><Button>{texts.ask}</Button></div>
    </form>
  )
}

type VerdictProps = { moment: { at: number; rulings: Ruling[] }; why: Why; locale: Locale }

function Verdict({ moment: { at, rulings }, why, locale }: VerdictProps) {
  const { why: texts } = messages(locale).rules
  const isSlot = rulings.every(({ refuses }) => !refuses)
  const moment = `${dayText(at, why.zone, locale)} ${clockText(at, why.zone, locale)}`
  const lines = (those: Ruling[]) => those.map((ruling) => sayRuling(ruling, why, locale))
  return (
    <section className="why-verdict" aria-labelledby="verdict" data-open={isSlot ? '' : undefined}>
      <h2 id="verdict">{fill(isSlot ? texts.offered : texts.notOffered, { moment })}</h2>
      <Reasons title={texts.refusing} lines={lines(rulings.filter(({ refuses }) => refuses))} tone="refuses" />
      <Reasons title={texts.outOnly} lines={lines(rulings.filter(({ isMet, refuses }) => !isMet && !refuses))} />
      <Reasons title={texts.allowing} lines={lines(rulings.filter(({ isMet }) => isMet))} />
    </section>
  )
}

function Reasons({ title, lines, tone }: { title: string; lines: string[]; tone?: 'refuses' }) {
  if (lines.length === 0) return null
  return (
    <div className="why-reasons" data-tone={tone}>
      <h3>{title}</h3>
      <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  )
}

function Start({ candidate: { at, refusals }, why, locale }: { candidate: Candidate; why: Why; locale: Locale }) {
  const { why: texts } = messages(locale).rules
  const clock = clockText(at, why.zone, locale)
  const said = refusals.length === 0 ? texts.free : [...new Set(refusals.map((ruling) => sayRuling(ruling, why, locale)))].join('; ')
  return (
    <p data-open={refusals.length === 0 ? '' : undefined}>
      <a href={paths.deskWhy({ type: why.typed.type, date: why.typed.date, time: clock, lang: locale })}>{clock}</a> <span>{said}</span>
    </p>
  )
}

/** Beginning with the host, where there are several. */
function sayRuling(ruling: Ruling, { hostNames, zone }: Why, locale: Locale): string {
  const text = rulingText(ruling, locale, zone)
  const name = ruling.hostId === null ? undefined : hostNames[ruling.hostId]
  return name ? `${name}: ${text}` : text.charAt(0).toUpperCase() + text.slice(1)
}
