import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { MirrorView } from '../../mirror/mirror.ts'
import { MirrorDialog, MirrorNotice } from './mirror-notice.tsx'
import { MirrorSection } from './mirror-section.tsx'
import type { ChoiceInHand } from './use-mirror-choice.ts'

const MINUTE = 60_000

/** What a host may see of the speaking time, standing still. */
export const MIRROR_STILLS: Record<string, MirrorView> = {
  'mirror-empty': { shares: [], uncounted: 0 },
  'mirror-counted': {
    shares: [
      { itemId: 'item-0', ownMs: 3.5 * MINUTE, allMs: 5 * MINUTE }, { itemId: 'item-1', ownMs: MINUTE, allMs: 3 * MINUTE },
      { itemId: null, ownMs: 2_000, allMs: 5_000 },
    ],
    uncounted: 1,
  },
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
