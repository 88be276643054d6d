import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'

/** Opened first, then confirmed: two steps that need no JavaScript. */
export function CancelMeeting({ texts }: { texts: Messages['desk']['meeting'] }) {
  return (
    <details className="desk-cancel" id="cancel">
      <summary>{texts.cancelTitle}</summary>
      <form method="post">
        <p>{texts.cancelText}</p>
        <Button tone="danger" name="intent" value="cancel">{texts.cancel}</Button>
      </form>
    </details>
  )
}
