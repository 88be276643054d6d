import type { Locale } from '#app/kernel/locale.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import type { Carried } from '../../address/carried.ts'
import { CarriedField } from '../address/carried-field.tsx'

type LeaveFormProps = { locale: Locale; zone: string; slug: string; at: number; carried: Carried; children: string }

/** Gives a reserved time free, and leads to the others. */
export function LeaveForm({ locale, zone, slug, at, carried, children }: LeaveFormProps) {
  return (
    <form method="post" action={paths.book(locale, slug)}>
      <input type="hidden" name="start" value={isoInstant(at)} />
      <input type="hidden" name="zone" value={zone} />
      <CarriedField carried={carried} />
      <Button tone="plain" name="intent" value="leave">{children}</Button>
    </form>
  )
}
