import type { ReactNode, RefObject } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import type { DocumentFault } from './fetch-document.ts'
import type { DrawnPage } from './use-page.ts'

type Texts = Messages['room']['document']

type PaperProps = {
  name: string
  pages: number
  texts: Texts
  place?: RefObject<HTMLDivElement>
  canvas?: RefObject<HTMLCanvasElement>
  /** The page that is seen; null while the first is on its way. */
  drawn: DrawnPage | null
  fault: DocumentFault | null
  onTryAgain: () => void
}

/** The page itself, with its text for whoever does not see it. */
export function Paper({ name, pages, texts, place, canvas, drawn, fault, onTryAgain }: PaperProps) {
  const label = drawn ? fill(texts.pageIn, { page: drawn.page, pages, name }) : name
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div className="document-paper" ref={place} role="region" aria-label={label} tabIndex={0}>
      <canvas className="document-canvas" ref={canvas} aria-hidden="true" hidden={!drawn || drawn.hasFailed || fault !== null} />
      {drawn && !drawn.hasFailed && <PageText lines={drawn.lines} none={texts.noText} />}
      <p className="visually-hidden" role="status">{drawn && fill(texts.pageNow, { page: drawn.page, pages })}</p>
      {!drawn && !fault && <Words><p role="status">{texts.loading}</p></Words>}
      {drawn?.hasFailed && !fault && <Words><p role="alert">{texts.pageFailed}</p></Words>}
      {fault && (
        <Words>
          <p role="alert">{texts.fault[fault]}</p>
          {fault === 'unreachable' && <Button type="button" tone="quiet" onClick={onTryAgain}>{texts.tryAgain}</Button>}
        </Words>
      )}
    </div>
  )
}

function PageText({ lines, none }: { lines: readonly string[]; none: string }) {
  return (
    <div className="visually-hidden document-text">
      {lines.length === 0 ? <p>{none}</p> : lines.map((line, index) => <p key={index}>{line}</p>)}
    </div>
  )
}

function Words({ children }: { children: ReactNode }) {
  return <div className="document-words">{children}</div>
}
