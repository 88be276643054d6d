import { AGENDA_LIMITS, type AgendaItem } from '#app/domain/agenda/agenda.ts'
import type { ChangeFault } from '#app/domain/agenda/input.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import { PointNews } from '../prepare/point-news.tsx'
import { AskForm, MarkForm, UnaskForm } from './booked-points.tsx'
import type { BookedState } from './booked-state.ts'

/** The agenda to read, and to prepare before the meeting: own points, questions, and what matters most. */
export function BookedAgenda({ booked }: { booked: BookedState }) {
  const { locale, agenda, isChangeable, diagnosis } = booked
  const texts = messages(locale).booking
  if (agenda.items.length === 0 || booked.state === 'cancelled') return null
  const intro = isChangeable ? texts.booked.agenda.text : texts.booked.agenda.readOnly
  return (
    <section className="booked-part" id="agenda">
      <h2>{texts.booked.agenda.title}</h2>
      <p className="soft">{fill(intro, { diagnosis: texts.diagnosis[diagnosis].label.toLowerCase() })}</p>
      <ol className="booked-points">
        {agenda.items.map((item) => <Item key={item.id} item={item} booked={booked} />)}
      </ol>
      {isChangeable && <AddPoint booked={booked} />}
    </section>
  )
}

function Item({ item, booked }: { item: AgendaItem; booked: BookedState }) {
  const { locale, isChangeable, files, seatId } = booked
  const { booking: { booked: { agenda: texts } }, prepare: { agenda: words } } = messages(locale)
  const isOwn = item.author === 'guest'
  return (
    <li data-important={item.isImportant || undefined}>
      <div className="agenda-item-text">
        <h3>{item.title}</h3>
        {item.purpose && <p className="soft">{item.purpose}</p>}
        {isOwn && <p className="soft small">{texts.mine}</p>}
          {item.carriedFrom && <p className="soft small">{messages(booked.locale).agenda.carried}</p>}
          <PointNews
            item={item} locale={locale} mark={words.importantMine} files={files} hrefOf={(id) => paths.bookingFile(seatId, id)}
            questionEnd={isChangeable ? (question) => <UnaskForm {...{ booked, item, question }} /> : undefined}
          />
      </div>
      <span className="agenda-item-minutes">{fill(texts.minutes, { minutes: item.minutes })}</span>
      {isChangeable && (
        <div className="agenda-item-ways">
          <MarkForm booked={booked} item={item} />
          {isOwn && <RemovePoint booked={booked} item={item} />}
          <AskForm booked={booked} item={item} />
        </div>
      )}
    </li>
  )
}

function RemovePoint({ item, booked: { changeId, locale } }: { item: AgendaItem; booked: BookedState }) {
  const texts = messages(locale).booking.booked.agenda
  return (
    <form method="post">
      <input type="hidden" name="changeId" value={changeId} />
      <input type="hidden" name="itemId" value={item.id} />
      <Button tone="plain" name="intent" value="remove-point">
        <span aria-hidden="true">{texts.removeShort}</span>
        <VisuallyHidden>{fill(texts.remove, { title: item.title })}</VisuallyHidden>
      </Button>
    </form>
  )
}

function AddPoint({ booked }: { booked: BookedState }) {
  const { agendaFault, typedPoint, typedQuestion, changeId, itemId, locale } = booked
  const texts = messages(locale).booking.booked
  const fault = agendaFault && !typedQuestion ? sayFault(agendaFault, texts.agendaFaults) : undefined
  const isAboutMinutes = agendaFault === 'bad-minutes'
  return (
    <form method="post" className="add-point">
      <input type="hidden" name="changeId" value={changeId} />
      <input type="hidden" name="itemId" value={itemId} />
      <Field
        id="point" name="title" label={texts.agenda.point} required maxLength={AGENDA_LIMITS.title}
        defaultValue={typedPoint.title} error={isAboutMinutes ? undefined : fault}
      />
      <Field
        id="point-minutes" name="minutes" label={texts.agenda.pointMinutes} type="number" inputMode="numeric" min={1} max={AGENDA_LIMITS.minutes}
        required defaultValue={typedPoint.minutes} error={isAboutMinutes ? fault : undefined}
      />
      <Button tone="quiet" name="intent" value="add-point">{texts.agenda.add}</Button>
    </form>
  )
}

function sayFault(fault: ChangeFault, texts: Messages['booking']['booked']['agendaFaults']): string {
  const known = Object.entries(texts).find(([name]) => name === fault)
  return known?.[1] ?? texts.other
}
