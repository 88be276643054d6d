import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { ItemShare, MirrorView, OtherSpoken } from '../../mirror/mirror.ts'
import { MirrorDialog, MirrorNotice } from './mirror-notice.tsx'
import { MirrorSection } from './mirror-section.tsx'
import type { ChoiceInHand } from './use-mirror-choice.ts'

const MINUTE = 60_000

/** What a host may see of the speaking time, standing still. */
export const MIRROR_STILLS: Record<string, MirrorView> = {
  'mirror-empty': { shares: [], uncounted: 0 },
  'mirror-counted': {
    shares: [
      share('item-0', 3.5 * MINUTE, [spoke(CAST.soren, 1.5 * MINUTE)]),
      share('item-1', MINUTE, [spoke(CAST.soren, 1.8 * MINUTE), spoke(CAST.amina, 12_000)]),
      share(null, 2_000, [spoke(CAST.soren, 3_000)]),
    ],
    uncounted: 1,
  },
}

function share(itemId: string | null, ownMs: number, others: OtherSpoken[]): ItemShare {
  return { itemId, ownMs, allMs: others.reduce((whole, { ms }) => whole + ms, ownMs), others }
}

function spoke({ name, email }: { name: string; email: string }, ms: number): OtherSpoken {
  return { seatId: email, name, ms }
}

export function stillMirror(name: string, items: Parameters<typeof MirrorSection>[0]['items'], locale: Locale): ReactElement {
  return <MirrorSection view={MIRROR_STILLS[name] ?? { shares: [], uncounted: 0 }} items={items} texts={messages(locale).room.mirror} />
}

/** What a guest reads of it, at the door and inside. */
export function stillNotice(isOn: boolean, locale: Locale): ReactElement {
  return <MirrorNotice inHand={inHand(isOn)} hostName={CAST.consultant.name} texts={messages(locale).room.mirror} />
}

export function stillMirrorDialog(locale: Locale): ReactElement {
  const { mirror, controls } = messages(locale).room
  return (
    <MirrorDialog
      inHand={inHand(true)} hostName={CAST.consultant.name} texts={mirror} closeLabel={controls.close} isOpen onClose={nothing}
    />
  )
}

function inHand(isOn: boolean): ChoiceInHand {
  return { choice: { isTold: true, isOn }, hasFailed: false, tell: nothing, choose: nothing }
}

function nothing() {}
