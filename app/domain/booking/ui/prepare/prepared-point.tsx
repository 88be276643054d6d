import { AGENDA_LIMITS, type AgendaItem } from '#app/domain/agenda/agenda.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import type { PrepareProps, TypedPoint } from '../../prepare/prepare-state.ts'
import { HostNoteForm } from './host-note-form.tsx'
import { PointNews } from './point-news.tsx'

type PointProps = PrepareProps & { item: AgendaItem; index: number }

/** One point as both see it, and folded under it the ways to change it and the host's own notes. */
export function PreparedPoint(props: PointProps) {
  const { item, prepare, locale } = props
  const { prepare: { agenda: words }, desk: { meeting }, agenda: { carried } } = messages(locale)
  const whose = item.author === 'guest' && (item.addedBy ? fill(meeting.addedBy, item.addedBy) : meeting.addedByGuest)
  const facts = [item.isDone && meeting.done, whose, item.carriedFrom && carried].filter(Boolean).join(' · ')
  return (
    <li id={`point-${item.id}`} data-item={item.id}>
      <p className="desk-agenda-title">{item.title}</p>
      <p className="desk-agenda-minutes">{fill(meeting.minutes, { count: item.minutes })}</p>
      {prepare.isOpen && <MovePoint {...props} />}
      {item.purpose && <p className="soft small">{item.purpose}</p>}
      {facts && <p className="soft small">{facts}</p>}
      <PointNews
        item={item} locale={locale} mark={item.markedBy ? fill(words.importantTo, item.markedBy) : words.important}
        files={prepare.files} hrefOf={(id) => paths.deskFile(prepare.meetingId, id)}
      />
      <div className="prepare-more">
        <HostNoteForm {...props} itemId={item.id} label={item.title} />
        {prepare.isOpen && <EditPoint {...props} />}
      </div>
    </li>
  )
}

function MovePoint({ item, index, prepare: { meetingId, agenda }, locale }: PointProps) {
  const { desk: texts } = messages(locale).prepare
  const moves = [
    { move: 'up', name: texts.upItem, text: texts.up, isThere: index > 0 },
    { move: 'down', name: texts.downItem, text: texts.down, isThere: index + 1 < agenda.items.length },
  ] as const
  return (
    <form method="post" action={paths.deskPrepare(meetingId)} className="point-moves">
      <input type="hidden" name="itemId" value={item.id} />
      {moves.map(({ move, name, text, isThere }) => isThere && (
        <Button key={move} tone="plain" name="intent" value={`${move}-point`} data-move={move} aria-label={fill(name, { title: item.title })} title={text}>
          <Icon name={move} size={20} />
        </Button>
      ))}
    </form>
  )
}

/** Removing stands in here, a press away from where one moves points, for the guest's questions at it go too and at once. */
function EditPoint({ item, prepare: { meetingId }, refused, locale }: PointProps) {
  const { desk: texts } = messages(locale).prepare
  const isRefused = refused?.kind === 'point' && refused.itemId === item.id
  const typed = (isRefused && refused.typed) || { title: item.title, purpose: item.purpose, minutes: String(item.minutes) }
  return (
    <details open={isRefused || undefined}>
      <summary>{texts.edit}<VisuallyHidden>: {item.title}</VisuallyHidden></summary>
      <form method="post" action={paths.deskPrepare(meetingId)} className="point-fields">
        <input type="hidden" name="itemId" value={item.id} />
        <PointFields typed={typed} at={item.id} locale={locale} />
        <div className="row">
          <Button name="intent" value="edit-point">{texts.save}</Button>
          <Button tone="plain" name="intent" value="remove-point" aria-label={fill(texts.removeItem, { title: item.title })}>{texts.remove}</Button>
        </div>
      </form>
    </details>
  )
}

const BLANK: TypedPoint = { title: '', purpose: '', minutes: '5' }

/** What was typed for a point that is gone meanwhile can be added as a new one. */
export function AddPoint({ prepare: { meetingId, newItemId }, refused, locale }: PrepareProps) {
  const { desk: texts } = messages(locale).prepare
  const typed = refused?.kind === 'point' && refused.itemId === null ? refused.typed : null
  return (
    <details open={typed !== null || undefined} className="prepare-add">
      <summary>{texts.add}</summary>
      <form method="post" action={paths.deskPrepare(meetingId)} className="point-fields">
        <input type="hidden" name="itemId" value={newItemId} />
        <PointFields typed={typed ?? BLANK} at="new" locale={locale} />
        <div className="row"><Button tone="quiet" name="intent" value="add-point">{texts.add}</Button></div>
      </form>
    </details>
  )
}

function PointFields({ typed, at, locale }: { typed: TypedPoint; at: string; locale: PrepareProps['locale'] }) {
  const { desk: texts } = messages(locale).prepare
  return (
    <>
      <Field id={`title-${at}`} name="title" label={texts.itemTitle} defaultValue={typed.title} maxLength={AGENDA_LIMITS.title} required />
      <Field
        id={`minutes-${at}`} name="minutes" label={texts.minutes} type="number" inputMode="numeric" min={1} max={AGENDA_LIMITS.minutes}
        defaultValue={typed.minutes} required
      />
      <TextArea id={`purpose-${at}`} name="purpose" label={texts.purpose} rows={2} defaultValue={typed.purpose} maxLength={AGENDA_LIMITS.purpose} />
    </>
  )
}
