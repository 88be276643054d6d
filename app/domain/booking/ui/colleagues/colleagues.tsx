import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { languageOf } from '#app/kernel/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { ERROR_SUMMARY_ID, ErrorSummary } from '#app/ui/notice.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import { COLLEAGUE_NAME_LENGTH, MOST_COLLEAGUES } from '../../colleagues/colleague.ts'
import type { BookedState } from '../booked/booked-state.ts'
import { offeredZones } from '../times/offered-zones.ts'
import { sayZoneOption } from '../words.ts'

/** Who comes along, and the form that brings one more. */
export function Colleagues({ booked }: { booked: BookedState }) {
  const { locale, colleagues, isChangeable, colleagueForm } = booked
  const texts = messages(locale).colleagues
  const isFull = colleagues.length >= MOST_COLLEAGUES
  if (!isChangeable && colleagues.length === 0) return null
  return (
    <section className="booked-part" id="colleagues">
      <h2>{isChangeable ? texts.title : texts.listTitle}</h2>
      {isChangeable && <p className="soft">{isFull ? fill(texts.full, { count: MOST_COLLEAGUES }) : texts.text}</p>}
      {colleagues.length > 0 && (
        <ul className="colleague-list" aria-label={texts.listTitle}>
          {colleagues.map((colleague) => <Colleague key={colleague.seatId} colleague={colleague} booked={booked} />)}
        </ul>
      )}
      {isChangeable && <Faults booked={booked} />}
      {isChangeable && (!isFull || colleagueForm !== null) && <AddColleague booked={booked} />}
    </section>
  )
}

function Colleague({ colleague: { seatId, name, email }, booked }: { colleague: BookedState['colleagues'][number]; booked: BookedState }) {
  const texts = messages(booked.locale).colleagues
  return (
    <li>
      <p><span className="colleague-name">{name}</span> <span className="soft small">{email}</span></p>
      {booked.isChangeable && (
        <form method="post" action={booked.pageHref}>
          <input type="hidden" name="colleague" value={seatId} />
          <Button tone="plain" name="intent" value="remove-colleague">
            <span aria-hidden="true">{texts.removeShort}</span>
            <VisuallyHidden>{fill(texts.remove, { name })}</VisuallyHidden>
          </Button>
        </form>
      )}
    </li>
  )
}

function Faults({ booked: { locale, colleagueForm, host } }: { booked: BookedState }) {
  const texts = messages(locale).colleagues
  if (!colleagueForm) return null
  const { faults: { name, email }, problem } = colleagueForm
  const said = problem ? fill(texts.refused[problem.kind], { host, minutes: problem.minutes }) : null
  const faults = [
    ...(name ? [{ id: 'colleague-name', text: texts.faults[name] }] : []),
    ...(email ? [{ id: 'colleague-email', text: texts.faults[email] }] : []),
    ...(said ? [{ id: 'colleague-email', text: said }] : []),
  ]
  return <ErrorSummary title={texts.faultTitle} faults={faults} />
}

function AddColleague({ booked }: { booked: BookedState }) {
  const { locale, zone, now, colleagueForm } = booked
  const texts = messages(locale).colleagues
  const { typed = { name: '', email: '', timeZone: '', locale: '' }, faults = {} } = colleagueForm ?? {}
  const sayFault = (fault: keyof typeof texts.faults | undefined) => fault && texts.faults[fault]
  const zones = offeredZones(zone).map((name) => ({ value: name, label: sayZoneOption(name, now, locale) }))
  const english = locale === 'da' ? 'en' : locale
  const languages = (['da', english] as const).map((value) => ({ value, label: texts.languages[languageOf(value)] }))
  const isElsewhere = (typed.locale !== '' && typed.locale !== locale) || (typed.timeZone !== '' && typed.timeZone !== zone)
  return (
    <form method="post" action={`${booked.pageHref}#${ERROR_SUMMARY_ID}`} className="colleague-form">
      <Field
        id="colleague-name" name="name" label={texts.name} autoComplete="off" required maxLength={COLLEAGUE_NAME_LENGTH}
        defaultValue={typed.name} error={sayFault(faults.name)}
      />
      <Field
        id="colleague-email" name="email" label={texts.email} type="email" inputMode="email" autoComplete="off" required maxLength={254}
        defaultValue={typed.email} error={sayFault(faults.email)}
      />
      <details open={isElsewhere}>
        <summary>{texts.more}</summary>
        <div className="colleague-more">
          <Select id="colleague-locale" name="locale" label={texts.locale} options={languages} defaultValue={typed.locale || locale} />
          <Select id="colleague-zone" name="timeZone" label={texts.timeZone} options={zones} defaultValue={typed.timeZone || zone} />
        </div>
      </details>
      <p><Button tone="quiet" name="intent" value="add-colleague">{texts.add}</Button></p>
    </form>
  )
}
