import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'

/** Rings while the desk is open, in a browser that runs scripts; hidden everywhere else. */
export function DoorBell({ locale, isShown = false }: { locale: Locale; isShown?: boolean }) {
  const { bell } = messages(locale).desk
  return (
    <section className="door-bell" hidden={!isShown} aria-label={bell.label} data-feed={paths.deskFeed()} data-waiting={bell.waiting} data-open={bell.open}>
      <div role="status" data-ringing="" />
      <div className="row">
        <label className="door-bell-sound"><input type="checkbox" data-ring="" />{bell.sound}</label>
        <Button type="button" tone="plain" data-notify="" hidden={!isShown}>{bell.notify}</Button>
      </div>
    </section>
  )
}
