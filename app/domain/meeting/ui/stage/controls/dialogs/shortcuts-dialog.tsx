import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import type { RoomScene } from '../../../room-scene.ts'
import type { StageInHand } from '../../choices/use-stage.ts'
import { SHORTCUT_KEYS } from '../../keyboard/shortcuts.ts'
import { ChoiceSwitch } from './choice-list.tsx'

type ShortcutsDialogProps = { texts: RoomScene['texts']; stage: StageInHand; isHost: boolean; isOpen: boolean; onClose: () => void }

/** Which key does what, and the switch that turns single keys off (WCAG 2.1.4). */
export function ShortcutsDialog({ texts: { shortcuts, layout }, stage: { view, actions }, isHost, isOpen, onClose }: ShortcutsDialogProps) {
  const close = <Button type="button" onClick={onClose}>{layout.done}</Button>
  return (
    <Dialog title={shortcuts.title} isOpen={isOpen} onClose={onClose} actions={close}>
      {/* Before the list: it has the focus first, and the list is read from its beginning. */}
      <ChoiceSwitch label={shortcuts.keysOn} hint={shortcuts.keysHint} isOn={view.hasKeys} onSwitch={actions.setKeys} />
      <dl className="shortcuts" data-off={view.hasKeys ? undefined : ''}>
        {SHORTCUT_KEYS.filter(({ isHosts }) => isHost || !isHosts).map(({ shortcut, key }) => (
          <div key={shortcut}>
            <dt><kbd>{key === ' ' ? shortcuts.space : key.toUpperCase()}</kbd></dt>
            <dd>{shortcuts.of[shortcut]}</dd>
          </div>
        ))}
        {(['decision', 'next-step', 'parked'] as const).map((kind) => (
          <div key={kind}><dt><kbd>{shortcuts.chords[kind]}</kbd></dt><dd>{shortcuts.chordOf[kind]}</dd></div>
        ))}
        <div><dt><kbd>Esc</kbd></dt><dd>{shortcuts.of.escape}</dd></div>
      </dl>
    </Dialog>
  )
}
