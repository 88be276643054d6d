import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import type { ChoiceInHand } from './use-mirror-choice.ts'
import { useSeen } from './use-seen.ts'

type NoticeProps = { inHand: ChoiceInHand; hostName: string; texts: Messages['room']['mirror'] }

/** Tells a guest that speaking time is counted, with the way out of it. Until this was read, nothing is counted. */
export function MirrorNotice({ inHand: { choice, hasFailed, tell, choose }, hostName, texts }: NoticeProps) {
  const ref = useSeen(tell, !choice.isTold)
  return (
    <div className="mirror-notice" ref={ref}>
      <p>{fill(texts.told, { name: hostName })}</p>
      <label className="choice">
        <input type="checkbox" checked={choice.isOn} onChange={({ target }) => choose(target.checked)} />
        <span className="choice-label">{texts.countMe}</span>
        <span className="choice-hint">{choice.isOn ? texts.isOn : texts.isOff}</span>
      </label>
      <p className="field-error" role="alert">{hasFailed && texts.failed}</p>
    </div>
  )
}

type DialogProps = NoticeProps & { closeLabel: string; isOpen: boolean; onClose: () => void }

/** The same inside, where a guest may change their mind at any time. */
export function MirrorDialog({ closeLabel, isOpen, onClose, ...notice }: DialogProps) {
  return (
    <Dialog title={notice.texts.title} isOpen={isOpen} onClose={onClose} actions={<Button type="button" onClick={onClose}>{closeLabel}</Button>}>
      {isOpen && <MirrorNotice {...notice} />}
    </Dialog>
  )
}
