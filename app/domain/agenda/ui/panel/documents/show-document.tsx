import { fill } from '#app/i18n/fill.ts'
import { Icon } from '#app/ui/icon.tsx'
import { pageToShow } from '../../../document/shown-document.ts'
import { lookAt, useOpening, type Opening } from '../../document/choose/use-opening.ts'
import { usePanel, type PanelDocuments } from '../panel-context.ts'

type ShowProps = { documents: PanelDocuments; documentId: string; name: string }

/** One press shows a document to everybody, at the page where it was left; one more puts it away. */
export function ShowDocument({ documents: { showHref, texts }, documentId, name }: ShowProps) {
  const { agenda, attempt, announce } = usePanel()
  const opening = useOpening()
  const isShown = agenda.document?.documentId === documentId

  function show() {
    opening.open(name, (signal) => lookAt(showHref, documentId, signal), ({ pages }) => {
      const page = pageToShow(agenda, documentId, pages)
      if (attempt({ kind: 'document-show', documentId, name, page, pages }) === null) announce(fill(texts.nowShown, { name, page, pages }))
    })
  }
  function hide() {
    if (attempt({ kind: 'document-hide' }) === null) announce(fill(texts.nowHidden, { name }))
  }
  return <ShowLine {...{ isShown, name, texts }} opening={opening} onPress={isShown ? hide : show} />
}

type LineProps = Pick<ShowProps, 'name'> & Pick<PanelDocuments, 'texts'> & {
  isShown: boolean
  opening: Pick<Opening, 'opening' | 'fault'>
  onPress: () => void
}

/** The button stays while the document is opened, so that the focus does. */
export function ShowLine({ isShown, name, texts, opening: { opening, fault }, onPress }: LineProps) {
  const isOpening = opening !== null
  const label = isShown ? texts.hide : texts.showPoint
  const said = isOpening ? fill(texts.opening, { name }) : isShown ? texts.forAll : ''
  return (
    <>
      <p className="panel-show">
        <button
          type="button" className="panel-choice" aria-label={`${label}: ${name}`} aria-disabled={isOpening || undefined}
          onClick={() => isOpening || onPress()}
        >
          <Icon name={isShown ? 'share-stop' : 'file'} size={18} />{label}
        </button>
        <span className="panel-facts" role="status">{said}</span>
      </p>
      <p className="field-error" role="alert">{fault && wordsOf(fault, texts)}</p>
    </>
  )
}

/** Of a document that the meeting has already nothing else can go wrong than that it is opened. */
function wordsOf(fault: string, { fault: words }: PanelDocuments['texts']): string {
  return Object.entries(words).find(([name]) => name === fault)?.[1] ?? words.unreachable
}
