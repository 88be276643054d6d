import { useRef } from 'react'
import { say, type Call } from '../../call/call.ts'
import { switchQuestion } from '../../control/own-hand.ts'
import { setDeviceForNow } from '../../device/local-media.ts'
import { nextLayout } from '../choices/stage-choices.ts'
import type { ControlsProps } from '../controls/controls.tsx'
import type { AgendaKeys } from './agenda-keys.ts'
import { useShortcuts } from './use-shortcuts.ts'

type Hands = Pick<ControlsProps, 'scene' | 'view' | 'media' | 'stage' | 'actions' | 'dialog' | 'onDialog' | 'side'> & {
  keys: AgendaKeys
  press: { share(): void; back(): void }
}

/** Single keys for what the bar and the list have buttons for; silent while a dialog is open. */
export function useCallShortcuts(call: Call, { scene, view, media, stage, actions, dialog, onDialog, side, keys, press }: Hands): void {
  const talk = useTalk(call)
  // A field can only be written in where the page itself is in front.
  const write = (what: Parameters<AgendaKeys['write']>[0]) => {
    if (stage.view.pip?.document.hasFocus()) press.back()
    keys.write(what)
  }
  useShortcuts({ isOn: stage.view.hasKeys && dialog === null, pip: stage.view.pip }, {
    'microphone': () => actions.switchDevice('microphone', media.microphone.state !== 'ready'),
    'camera': () => actions.switchDevice('camera', media.camera.state !== 'ready'),
    'share': press.share,
    'question': () => void actions.askDoor(switchQuestion(view.door, scene.seat.id)),
    'agenda': () => side.onToggle('agenda'),
    'layout': () => stage.actions.chooseLayout(nextLayout(stage.view.layout)),
    'picture-in-picture': () => stage.actions.switchPip?.(),
    'sheet': () => onDialog('shortcuts'),
    'next-item': () => keys.nextItem?.(),
    'timer': () => keys.timer?.(),
    'notes': () => write('notes'),
    'decision': () => write('decision'),
    'next-step': () => write('next-step'),
    talk,
  })
}

/** Push to talk: heard while the key is down, for whoever was not heard already. One step at a time, in the order of the presses. */
function useTalk(call: Call): (isHeld: boolean) => void {
  const steps = useRef({ isTalking: false, last: Promise.resolve() })
  return (isHeld) => {
    const { current } = steps
    if (isHeld && call.media.store.read().microphone.state !== 'off') return
    if (!isHeld && !current.isTalking) return
    current.isTalking = isHeld
    current.last = current.last.then(() => setDeviceForNow(call.media, 'microphone', isHeld))
    say(call, isHeld ? call.texts.shortcuts.talking : call.texts.news.youMuted)
  }
}
