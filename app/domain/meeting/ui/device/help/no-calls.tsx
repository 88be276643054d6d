import type { Messages } from '#app/i18n/messages.ts'
import { Notice } from '#app/ui/notice.tsx'

/** In place of all that leads into a call: a knock in such a browser would lead to a wait without an end. */
export function NoCalls({ isHost, texts }: { isHost: boolean; texts: Messages['room']['check']['noCalls'] }) {
  return (
    <Notice tone="caution" title={texts.title}>
      <p>{texts.text}</p>
      <p>{isHost ? texts.host : texts.guest}</p>
    </Notice>
  )
}
