import { useRef } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Dialog } from '#app/ui/island/dialog.tsx'
import type { DocumentChoice } from './choices.ts'
import type { Choosing } from './use-choosing.ts'
import type { ChooseFault } from './use-opening.ts'

export type ChooseDialogProps = {
  choices: readonly DocumentChoice[]
  /** The id of what is shown now. */
  shownId: string | null
  choosing: Choosing
  texts: Messages['room']
  onHide: () => void
  isOpen: boolean
  onClose: () => void
}

/** Which document everybody shall see: one of the meeting's, or a new one. */
export function ChooseDialog({ choices, shownId, choosing, texts, onHide, isOpen, onClose }: ChooseDialogProps) {
  const { document: words } = texts
  const { opening, fault } = choosing
  const actions = (
    <>
      <Button type="button" tone="quiet" onClick={onClose}>{texts.controls.close}</Button>
      <FileButton texts={words} isOff={opening !== null} onFile={choosing.chooseFile} />
    </>
  )
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose} actions={actions}>
      <p className="soft">{words.intro}</p>
      <h3>{words.inMeeting}</h3>
      {choices.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="document-choices">
        {choices.map((choice) => (
          <li key={choice.documentId}>
            <ChoiceLine
              {...{ choice, onHide }} texts={words} isShown={choice.documentId === shownId} isOff={opening !== null}
              onChoose={choosing.choose}
            />
          </li>
        ))}
      </ul>
      <p className="soft document-say" role="status">{opening && fill(words.opening, { name: opening })}</p>
      <p className="field-error document-say" role="alert">{fault && wordsOf(fault, texts)}</p>
      <p className="field-hint">{words.chooseHint}</p>
    </Dialog>
  )
}

function wordsOf(fault: ChooseFault, { document: { fault: own }, talk: { chat: { failure } } }: Messages['room']): string {
  return isOwn(fault, own) ? own[fault] : failure[fault]
}

function isOwn<Own extends object>(fault: PropertyKey, own: Own): fault is keyof Own {
  return fault in own
}

type LineProps = Pick<ChooseDialogProps, 'onHide'> & {
  choice: DocumentChoice
  isShown: boolean
  isOff: boolean
  texts: Messages['room']['document']
  onChoose: (choice: DocumentChoice) => void
}

function ChoiceLine({ choice, isShown, isOff, texts, onChoose, onHide }: LineProps) {
  const { name, isOfItem } = choice
  if (isShown) {
    return (
      <div className="document-choice" data-shown="">
        <span><span className="document-choice-name">{name}</span> <span className="soft small">{texts.isShown}</span></span>
        <Button type="button" tone="quiet" onClick={onHide}>{texts.hide}</Button>
      </div>
    )
  }
  return (
    <button type="button" className="document-choice" disabled={isOff} onClick={() => onChoose(choice)}>
      <Icon name="file" size={20} />
      <span>
        <span className="document-choice-name"><span className="visually-hidden">{texts.show} </span>{name}</span>
        {isOfItem && <span className="soft small"> {texts.ofItem}</span>}
      </span>
    </button>
  )
}

function FileButton({ texts, isOff, onFile }: { texts: Messages['room']['document']; isOff: boolean; onFile: (file: File) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button type="button" disabled={isOff} onClick={() => picker.current?.click()}>{texts.choose}</Button>
      <input
        type="file" ref={picker} accept=".pdf,application/pdf" hidden tabIndex={-1} aria-label={texts.choose}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          target.value = ''
        }}
      />
    </>
  )
}
