import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import type { Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { AgendaItem } from '../../agenda.ts'
import { NOTE_LIMITS, type NoteText } from '../../notes/note.ts'
import type { PreparedFile } from '../../prepare/prepared-file.ts'
import { PreparedFileLine } from '../panel/documents/prepared-file-line.tsx'

export type NotesView = {
  items: Pick<AgendaItem, 'id' | 'title'>[]
  notes: NoteText[]
  version: number
  isOver: boolean
  isSaved: boolean
  /** What was sent and not taken in, with the reason in words. */
  refused: (NoteText & { words: string }) | null
  roomHref: string
  /** What was prepared, for whoever is inside; each is read at its id below `filesHref`. */
  files: PreparedFile[]
  filesHref: string
}

/** The notes on a page that needs no script: each text in a form of its own, which says what version it shows. */
export function NotesPage({ view, texts, locale }: { view: NotesView; texts: Messages['agenda']; locale: Locale }) {
  const { writing: { page }, entry } = texts
  const places = [...view.items.map(({ id, title }) => ({ itemId: id, title })), { itemId: null, title: entry.wholeMeeting }]
  return (
    <div className="notes-page stack">
      <h1>{page.title}</h1>
      <p className="lede">{view.isOver ? texts.refused.closed : page.intro}</p>
      <p><a href={view.roomHref}>{page.toRoom}</a></p>
      {view.files.length > 0 && <Files {...{ view, locale }} texts={texts.files} />}
      {view.isSaved && <Notice isNews title={page.saved} />}
      {places.map((place) => <NoteForm key={place.itemId ?? 'meeting'} {...place} view={view} texts={texts} />)}
    </div>
  )
}

function Files({ view: { files, filesHref }, texts, locale }: { view: NotesView; texts: Messages['agenda']['files']; locale: Locale }) {
  return (
    <section className="prepared-files" aria-labelledby="files">
      <h2 id="files">{texts.title}</h2>
      <ul>{files.map((file) => <li key={file.id}><PreparedFileLine {...{ file, texts, locale }} href={filesHref} /></li>)}</ul>
    </section>
  )
}

function NoteForm({ itemId, title, view, texts }: { itemId: string | null; title: string; view: NotesView; texts: Messages['agenda'] }) {
  const { page } = texts.writing
  const written = view.notes.find((note) => note.itemId === itemId)?.text ?? ''
  const refused = view.refused?.itemId === itemId ? view.refused : null
  if (view.isOver) return written && <section><h2>{title}</h2><p className="said">{written}</p></section>
  const id = `note-${itemId ?? 'meeting'}`
  return (
    <form method="post" className="stack">
      <input type="hidden" name="version" value={view.version} />
      <input type="hidden" name="itemId" value={itemId ?? ''} />
      <TextArea id={id} name="text" label={title} rows={4} maxLength={NOTE_LIMITS.text} defaultValue={refused?.text ?? written} error={refused?.words} />
      <p><Button tone="quiet">{page.save}</Button></p>
    </form>
  )
}
