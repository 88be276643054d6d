import { messages } from '#app/i18n/messages.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { MARKED_TIME } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { offeredZones } from './offered-zones.ts'
import { sayBothClocks, sayWhoseClock, sayZoneOption, type Clocks } from '../words.ts'

type ZoneChoiceProps = {
  clocks: Clocks
  now: number
  /** A time of the page, to say what both clocks show then. */
  example: number | null
  /** The time that the visitor came for, which the page keeps on its mind and shows again. */
  markedAt?: number | null
  /** What else of the page's address stays as it is. */
  kept?: Partial<Record<string, string | null>>
  /** The same page with the other of the two English clocks. */
  otherHours?: { href: string; hours: '12' | '24' }
}

/** Which clock the times are on, and a way to another one. */
export function ZoneChoice({ clocks, now, example, markedAt = null, kept = {}, otherHours }: ZoneChoiceProps) {
  const { locale, zone } = clocks
  const texts = messages(locale).booking.zone
  const both = example === null ? null : sayBothClocks(example, clocks)
  const options = offeredZones(zone).map((name) => ({ value: name, label: sayZoneOption(name, now, locale) }))
  return (
    <div className="zone-choice">
      <p>{sayWhoseClock(zone, locale)}{both && ` ${both}.`}</p>
      <details>
        <summary>{texts.change}</summary>
        <form method="get" action={markedAt === null ? undefined : `#${MARKED_TIME}`} className="zone-form">
          {markedAt !== null && <input type="hidden" name="at" value={isoInstant(markedAt)} />}
          {Object.entries(kept).map(([name, value]) => value != null && <input key={name} type="hidden" name={name} value={value} />)}
          <Select id="zone" name="zone" label={texts.label} options={options} defaultValue={zone} />
          <Button tone="quiet">{texts.show}</Button>
        </form>
        {otherHours && <p><a className="times-other" href={otherHours.href} data-hours={otherHours.hours}>{texts.hours[otherHours.hours]}</a></p>}
      </details>
    </div>
  )
}
