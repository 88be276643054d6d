import type { Messages } from '#app/i18n/messages.ts'
import type { SeatRole } from '../../../meeting/meeting.ts'
import type { AgendaKeys } from '../../../meeting/ui/stage/keyboard/agenda-keys.ts'
import type { AgendaInHand } from '../feed/use-agenda-feed.ts'
import { nextMeetingStep } from '../panel/items/meeting-step.ts'
import type { PanelWishes } from '../panel/wishes.ts'

type Hands = {
  inHand: Pick<AgendaInHand, 'agenda' | 'change'>
  role: SeatRole
  wishes: PanelWishes
  texts: Messages['agenda']['writing']['keys']
  /** Shows the agenda if it is folded away. */
  side: { show(tab: 'agenda'): void }
  say(words: string): void
}

/** What the keys of a call do with the agenda. The clock stops on an item that is not done, and goes on with the same. */
export function agendaKeys({ inHand, role, wishes, texts, side, say }: Hands): AgendaKeys {
  const { agenda, change } = inHand
  const titleOf = (id: string | null) => agenda.items.find((item) => item.id === id)?.title

  function nextItem() {
    const step = nextMeetingStep(agenda)
    for (const one of step?.changes ?? []) change(one)
    const start = step?.changes.find((one) => one.kind === 'item-start')
    say(titleOf(start?.itemId ?? null) ?? texts.allDone)
  }
  function timer() {
    if (agenda.currentItemId !== null) {
      change({ kind: 'item-start', itemId: null })
      return say(texts.timerOff)
    }
    const next = agenda.items.find((item) => !item.isDone && item.spentMs > 0) ?? agenda.items.find((item) => !item.isDone)
    if (next) change({ kind: 'item-start', itemId: next.id })
    say(next ? texts.timer : texts.noPoint)
  }
  const isHost = role === 'host'
  return {
    nextItem: isHost ? nextItem : null,
    timer: isHost ? timer : null,
    write(what) {
      side.show('agenda')
      wishes.write(what === 'notes' ? { kind: 'notes' } : { kind: 'entry', entryKind: what })
    },
  }
}
