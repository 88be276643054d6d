import type { Messages } from '#app/i18n/messages.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { MediaHealth } from '../../room-data.ts'

/** Says in words when there is no video yet, or no more; nothing while all is well. The note is a remedy, for the host. */
export function MediaNotice({ health, texts }: { health: MediaHealth; texts: Messages['room']['media'] }) {
  if (health.state === 'ready') return null
  return (
    <Notice tone="caution" isNews>
      <p>{texts[health.state]}</p>
      {health.note && <p className="small">{health.note}</p>}
    </Notice>
  )
}
