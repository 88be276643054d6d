import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { PrepareProps, PrepareRefused } from '../../prepare/prepare-state.ts'
import { FileList } from './file-list.tsx'
import { HostNoteForm, LooseNotes } from './host-note-form.tsx'
import { AddPoint, PreparedPoint } from './prepared-point.tsx'

/** The page of its own, which says what was not saved and keeps all that was typed. */
export function PrepareView({ who, ...props }: PrepareProps & { who: string }) {
  const { prepare: { desk: texts } } = messages(props.locale)
  const { refused, prepare: { meetingId } } = props
  return (
    <div className="desk">
      <header className="desk-head">
        <p className="small"><a className="desk-back" href={paths.deskMeeting(meetingId)}>{texts.back}</a></p>
        <h1>{texts.title}</h1>
        <p className="lede">{who}</p>
      </header>
      {refused && <Notice tone="danger" isNews title={texts.notSaved}><p>{sayRefusal(refused, props.locale)}</p></Notice>}
      <Prepare {...props} />
    </div>
  )
}

/** The agenda that the guest sees too, and beside it what the host alone has. */
export function Prepare(props: PrepareProps) {
  const { prepare, locale } = props
  const { prepare: { desk: texts, notes, template }, desk: { meeting } } = messages(locale)
  const { agenda: { items }, files, meetingId, isOpen } = prepare
  return (
    <>
      <section aria-labelledby="agenda" className="prepare">
        <h2 id="agenda">{meeting.agenda}</h2>
        <p className="soft">{texts.text}</p>
        {items.length === 0 && <p className="soft">{meeting.noAgenda}</p>}
        <ol
          className="desk-agenda prepare-points" data-drag={isOpen ? template.drag : undefined} data-drag-how={template.dragHow}
          data-drag-moved={template.moved} data-drag-action={paths.deskPrepare(meetingId)}
        >
          {items.map((item, index) => <PreparedPoint key={item.id} {...{ ...props, item, index }} />)}
        </ol>
        {isOpen && <AddPoint {...props} />}
      </section>
      <section aria-labelledby="whole-notes" className="prepare host-only">
        <h2 id="whole-notes">{notes.whole}</h2>
        <HostNoteForm {...props} itemId={null} label={notes.whole} />
        <LooseNotes {...props} />
      </section>
      <section aria-labelledby="files" className="prepare">
        <h2 id="files">{messages(locale).prepare.files.title}</h2>
        <FileList files={files} locale={locale} hrefOf={(id) => paths.deskFile(meetingId, id)} />
      </section>
    </>
  )
}

function sayRefusal(refused: PrepareRefused, locale: Locale): string {
  const { desk, notes } = messages(locale).prepare
  if (refused.kind === 'note') return notes.faults[refused.reason]
  const known = Object.entries(desk.faults).find(([name]) => name === refused.reason)
  return known?.[1] ?? desk.faults.other
}
