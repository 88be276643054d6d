import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'

type BellProps = { locale: Locale; isShown?: boolean }

/** Rings while the desk is open, in a browser that runs scripts; hidden everywhere else. */
export function DoorBell({ locale, isShown = false }: BellProps) {
  const { bell } = messages(locale).desk
  return (
    <section
      className="door-bell" hidden={!isShown} aria-label={bell.label} data-feed={paths.deskFeed()} data-waiting={bell.waiting} data-open={bell.open}
      data-title-bar={bell.titleBar}
    >
      <div role="status" data-ringing="" />
    </section>
  )
}

/** How it rings, which is chosen once in a browser. */
export function BellSettings({ locale, isShown = false }: BellProps) {
  const { bell } = messages(locale).desk
  return (
    <div className="row bell-settings" hidden={!isShown} data-bell-settings="">
      <label className="bell-sound"><input type="checkbox" data-ring="" />{bell.sound}</label>
      <Button type="button" tone="plain" data-notify="" hidden={!isShown}>{bell.notify}</Button>
    </div>
  )
}
