import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { ERROR_SUMMARY_ID, ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import type { AgendaItem } from '../../agenda.ts'
import { goneNotes, NOTE_LIMITS, type NoteText } from '../../notes/note.ts'
import type { PreparedFile } from '../../prepare/prepared-file.ts'
import { PreparedFileLine } from '../panel/documents/prepared-file-line.tsx'

export type NotesView = {
  items: Pick<AgendaItem, 'id' | 'title'>[]
  notes: NoteText[]
  version: number
  isOver: boolean
  /** The reader is not inside: there is nothing to be read, and nothing to be written but what was sent and could not be taken in. */
  isOutside: boolean
  isSaved: boolean
  /** What was sent and not taken in, of what version it was made, and the reason in words. */
  refused: (NoteText & { version: number; words: string }) | null
  roomHref: string
  /** Where the notes of a meeting that was held are read, and put right for a day; null for another. */
  summaryHref: string | null
  /** What was prepared, for whoever is inside; each is read at its id below `filesHref`. */
  files: PreparedFile[]
  filesHref: string
}

type PageProps = { view: NotesView; texts: Messages['agenda'] }

/** `save` names the button for whoever hears it alone. */
type Place = { itemId: string | null; title: string; save: string }

/** The notes on a page that needs no script: each text in a form of its own, which says what version it shows. */
export function NotesPage({ view, texts, locale }: PageProps & { locale: Locale }) {
  const { writing: { page } } = texts
  const places = placesOf(view, texts)
  return (
    <div className="notes-page">
      <header>
        <h1>{page.title}</h1>
        <p className="lede">{introOf(view, texts)}</p>
        <p><a href={view.summaryHref ?? view.roomHref}>{view.summaryHref ? page.toSummary : page.toRoom}</a></p>
      </header>
      {view.isSaved && <Notice isNews title={page.saved} />}
      <Refused {...{ view, texts, places }} />
      {view.files.length > 0 && <Files {...{ view, locale }} texts={texts.files} />}
      {view.isOver && <WrittenNotes {...{ view, texts, places }} />}
      {formsOf(view, places).map((place) => <NoteForm key={place.itemId ?? 'meeting'} {...{ place, view, texts }} />)}
    </div>
  )
}

function placesOf({ items, notes }: NotesView, { writing, entry }: Messages['agenda']): Place[] {
  return [
    ...items.map(({ id, title }) => ({ itemId: id, title, save: fill(writing.page.saveOf, { title }) })),
    { itemId: null, title: entry.wholeMeeting, save: writing.page.saveWhole },
    ...goneNotes(notes, items).map(({ itemId }) => ({ itemId, title: writing.notes.gone, save: writing.page.saveGone })),
  ]
}

function Files({ view: { files, filesHref }, texts, locale }: { view: NotesView; texts: Messages['agenda']['files']; locale: Locale }) {
  return (
    <section className="prepared-files" aria-labelledby="files">
      <h2 id="files">{texts.title}</h2>
      <ul>{files.map((file) => <li key={file.id}><PreparedFileLine {...{ file, texts, locale }} href={filesHref} /></li>)}</ul>
    </section>
  )
}

function formsOf({ isOver, isOutside, refused }: NotesView, places: Place[]): Place[] {
  if (isOver) return []
  return isOutside ? places.filter(({ itemId }) => refused?.itemId === itemId) : places
}

function introOf({ isOver, isOutside, summaryHref }: NotesView, { writing: { page }, refused }: Messages['agenda']): string {
  if (isOutside) return refused['not-admitted']
  if (!isOver) return page.intro
  return summaryHref ? page.over : refused.closed
}

/** Leads to the text that was not taken in; where it has no form any more it stands here, so that it can be copied. */
function Refused({ view, texts, places }: PageProps & { places: Place[] }) {
  const { refused } = view
  if (!refused) return null
  const { itemId, words, text } = refused
  const hasForm = formsOf(view, places).some((place) => place.itemId === itemId)
  if (hasForm) return <ErrorSummary title={texts.refused.title} faults={[{ id: fieldOf(itemId), text: words }]} />
  return (
    <Notice tone="danger" title={texts.refused.title} isNews>
      <p>{words}</p>
      <p className="said">{fill(texts.refused.text, { text })}</p>
    </Notice>
  )
}

function WrittenNotes({ view: { notes }, texts, places }: PageProps & { places: Place[] }) {
  const written = places.map((place) => ({ ...place, text: textOf(notes, place) })).filter(({ text }) => text !== '')
  if (written.length === 0) return <p>{texts.writing.page.none}</p>
  return written.map(({ itemId, title, text }) => (
    <section key={itemId ?? 'meeting'}><h2>{title}</h2><p className="said">{text}</p></section>
  ))
}

function NoteForm({ place: { itemId, title, save }, view, texts: { writing: { page } } }: PageProps & { place: Place }) {
  const written = textOf(view.notes, { itemId })
  const refused = view.refused?.itemId === itemId ? view.refused : null
  return (
    <form method="post" action={`#${ERROR_SUMMARY_ID}`}>
      {/* What is sent again was still made of what was read then: what others wrote since is not taken for removed. */}
      <input type="hidden" name="version" value={refused?.version ?? view.version} />
      <input type="hidden" name="itemId" value={itemId ?? ''} />
      <TextArea
        id={fieldOf(itemId)} name="text" label={title} rows={4} maxLength={NOTE_LIMITS.text}
        defaultValue={refused?.text ?? written} error={refused?.words}
      />
      <Button tone="quiet">
        <span aria-hidden="true">{page.save}</span>
        <VisuallyHidden>{save}</VisuallyHidden>
      </Button>
    </form>
  )
}

function textOf(notes: NoteText[], { itemId }: Pick<Place, 'itemId'>): string {
  return notes.find((note) => note.itemId === itemId)?.text ?? ''
}

function fieldOf(itemId: string | null): string {
  return `note-${itemId ?? 'meeting'}`
}
