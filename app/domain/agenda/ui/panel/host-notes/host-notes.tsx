import { useId, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { noteAt, type HostNote } from '../../../prepare/host-note.ts'
import { pointNow } from '../items/point-now.ts'
import { usePanel } from '../panel-context.ts'
import { NotePlace } from './note-place.tsx'
import { useHostNotes, type NotesInHand } from './use-host-notes.ts'

/** What the host alone has at the point that the meeting is at; no guest's page has this section, nor what stands in it. */
export function HostNotes({ href }: { href: string }) {
  const inHand = useHostNotes(href)
  return <HostNotesView inHand={inHand} />
}

/** As the host left it: the section moves from point to point. */
const fold = { isOpen: true }

export function HostNotesView({ inHand }: { inHand: NotesInHand }) {
  const { texts: { hostNotes: texts } } = usePanel()
  const id = useId()
  return (
    <section className="host-notes" aria-labelledby={id}>
      <details open={fold.isOpen} onToggle={({ currentTarget }) => { fold.isOpen = currentTarget.open }}>
        <summary><h3 id={id}>{texts.title}</h3></summary>
        {inHand.notes
          ? <NotesAt notes={inHand.notes} save={inHand.save} />
          : <Waiting hasFailed={inHand.hasFailed} onAgain={inHand.tryAgain} />}
      </details>
    </section>
  )
}

function Waiting({ hasFailed, onAgain }: { hasFailed: boolean; onAgain: () => void }) {
  const { texts: { hostNotes: texts } } = usePanel()
  if (!hasFailed) return <p className="soft" role="status">{texts.loading}</p>
  return <p role="alert">{texts.failed} <Button type="button" tone="plain" onClick={onAgain}>{texts.again}</Button></p>
}

const WHOLE = ''

/** It follows the meeting, unless the host looks at another point. */
function NotesAt({ notes, save }: { notes: HostNote[]; save: NotesInHand['save'] }) {
  const { agenda, texts: { hostNotes: texts } } = usePanel()
  const id = useId()
  const [chosen, choose] = useState<{ place: string; whileAt: string | null } | null>(null)
  const place = chosen?.whileAt === agenda.currentItemId ? chosen.place : (pointNow(agenda) ?? WHOLE)
  const gone = notes.filter((note) => note.itemId !== null && !agenda.items.some((item) => item.id === note.itemId))
  const options = [
    ...agenda.items.map(({ id: value, title: label }) => ({ value, label })),
    { value: WHOLE, label: texts.whole },
    ...gone.map(({ itemId }) => ({ value: itemId ?? WHOLE, label: texts.gone })),
  ]
  return (
    <>
      <NotePlace key={place} kept={noteAt(notes, place === WHOLE ? null : place)} save={save} />
      <Select
        id={id} label={texts.at} options={options} value={place}
        onChange={({ target }) => choose({ place: target.value, whileAt: agenda.currentItemId })}
      />
    </>
  )
}
