import { useState, type FormEvent } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import type { Zoom } from '#app/ui/pdf/fit.ts'
import { nearestPage } from '../../document/shown-document.ts'

type Texts = Messages['room']['document']

type PageBarProps = {
  name: string
  page: number
  pages: number
  zoom: Zoom
  texts: Texts
  onTurn: (page: number) => void
  onZoom: () => void
  /** Given to whoever looks at another page than the host: the host's, and the way back to it. */
  astray?: { hostPage: number; onFollow: () => void } | null
  /** Given to the host. */
  onHide?: () => void
}

/** The document's name, the way through its pages, and how large they are. */
export function PageBar({ name, page, pages, zoom, texts, onTurn, onZoom, astray, onHide }: PageBarProps) {
  return (
    <figcaption className="document-bar">
      <span className="document-name">{name}</span>
      {astray && (
        <span className="document-astray">
          <span>{fill(texts.hostIsAt, { page: astray.hostPage })}</span>
          <button type="button" className="document-follow" onClick={astray.onFollow}>{texts.follow}</button>
        </span>
      )}
      <span className="document-pages" role="group" aria-label={texts.pages}>
        <BarButton icon="left" label={texts.back} isOff={page <= 1} onPress={() => onTurn(page - 1)} />
        <PageNumber {...{ page, pages, texts, onTurn }} />
        <BarButton icon="right" label={texts.on} isOff={page >= pages} onPress={() => onTurn(page + 1)} />
      </span>
      <BarButton icon="zoom" label={texts.zoom[zoom]} onPress={onZoom} />
      {onHide && <BarButton icon="close" label={texts.hide} onPress={onHide} />}
    </figcaption>
  )
}

type PageNumberProps = Pick<PageBarProps, 'page' | 'pages' | 'texts' | 'onTurn'>

/** What is no page of the document leads to the nearest that is. */
function PageNumber({ page, pages, texts, onTurn }: PageNumberProps) {
  const [typed, setTyped] = useState<string | null>(null)
  function go() {
    const wanted = nearestPage(Number(typed) || page, pages)
    setTyped(null)
    if (wanted !== page) onTurn(wanted)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    go()
  }
  return (
    <form className="document-number" onSubmit={submit}>
      <input
        inputMode="numeric" autoComplete="off" maxLength={4} aria-label={fill(texts.pageOf, { pages })} value={typed ?? page}
        onFocus={(event) => event.currentTarget.select()} onChange={({ target }) => setTyped(target.value)} onBlur={go}
      />
      <span aria-hidden="true">/ {pages}</span>
    </form>
  )
}

type BarButtonProps = { icon: IconName; label: string; isOff?: boolean; onPress: () => void }

/** At the first and the last page the button stays, so that the focus does, and does nothing. */
function BarButton({ icon, label, isOff, onPress }: BarButtonProps) {
  return (
    <button type="button" className="document-button" aria-label={label} title={label} aria-disabled={isOff || undefined} onClick={() => isOff || onPress()}>
      <Icon name={icon} size={20} />
    </button>
  )
}
