import { AGENDA_LIMITS, type AgendaItem, type GuestSign } from '#app/domain/agenda/agenda.ts'
import type { ChangeFault } from '#app/domain/agenda/input.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import { PointNews } from '../prepare/point-news.tsx'
import { AskForm, MarkForm, UnaskForm } from './booked-points.tsx'
import type { GuestPrepare } from './booked-state.ts'

/** The agenda to read, and to prepare before the meeting: own points, questions, and what matters most. */
export function BookedAgenda({ booked, intro }: { booked: GuestPrepare; intro: string }) {
  const { locale, agenda, isChangeable } = booked
  const texts = messages(locale).booking
  if (!agenda || agenda.items.length === 0 || booked.state === 'cancelled') return null
  return (
    <section className="booked-part" id="agenda">
      <h2>{texts.booked.agenda.title}</h2>
      <p className="soft">{intro}</p>
      <ol className="booked-points">
        {agenda.items.map((item) => <Item key={item.id} item={item} booked={booked} />)}
      </ol>
      {isChangeable && <AddPoint booked={booked} />}
    </section>
  )
}

function Item({ item, booked }: { item: AgendaItem; booked: GuestPrepare }) {
  const { locale, isChangeable, files, seatId } = booked
  const { booking: { booked: { agenda: texts } } } = messages(locale)
  const isGuests = item.author === 'guest'
  return (
    <li data-important={item.isImportant || undefined}>
      <div className="agenda-item-text">
        <h3>{item.title}</h3>
        {item.purpose && <p className="soft">{item.purpose}</p>}
        {isGuests && <p className="soft small">{sayWhose(booked, item)}</p>}
        {item.carriedFrom && <p className="soft small">{messages(booked.locale).agenda.carried}</p>}
        <PointNews
          item={item} locale={locale} mark={sayMark(booked, item)} files={files} hrefOf={(id) => paths.bookingFile(seatId, id)}
          questionEnd={isChangeable ? (question) => <UnaskForm {...{ booked, item, question }} /> : undefined}
        />
      </div>
      <span className="agenda-item-minutes">{fill(texts.minutes, { minutes: item.minutes })}</span>
      {isChangeable && (
        <div className="agenda-item-ways">
          <MarkForm booked={booked} item={item} />
          {isGuests && <RemovePoint booked={booked} item={item} />}
          <AskForm booked={booked} item={item} />
        </div>
      )}
    </li>
  )
}

/** Of what was written before it was kept by whom, the one who booked is taken to be it. */
function isBy({ seatId, isBooker }: GuestPrepare, who: GuestSign | undefined): boolean {
  return who ? who.seatId === seatId : isBooker
}

function sayWhose(booked: GuestPrepare, { addedBy }: AgendaItem): string {
  const { booking: { booked: { agenda: texts } }, desk: { meeting } } = messages(booked.locale)
  if (isBy(booked, addedBy)) return texts.mine
  return addedBy ? fill(texts.from, addedBy) : meeting.addedByGuest
}

function sayMark(booked: GuestPrepare, { markedBy }: AgendaItem): string {
  const { agenda: words } = messages(booked.locale).prepare
  if (isBy(booked, markedBy)) return words.importantMine
  return markedBy ? fill(words.importantTo, markedBy) : words.important
}

function RemovePoint({ item, booked }: { item: AgendaItem; booked: GuestPrepare }) {
  const texts = messages(booked.locale).booking.booked.agenda
  return (
    <form method="post" action={booked.pageHref}>
      <input type="hidden" name="itemId" value={item.id} />
      <Button tone="plain" name="intent" value="remove-point">
        <span aria-hidden="true">{texts.removeShort}</span>
        <VisuallyHidden>{fill(texts.remove, { title: item.title })}</VisuallyHidden>
      </Button>
    </form>
  )
}

function AddPoint({ booked }: { booked: GuestPrepare }) {
  const { agendaFault, typedPoint, typedQuestion, itemId, locale } = booked
  const texts = messages(locale).booking.booked
  const fault = agendaFault && !typedQuestion ? sayFault(agendaFault, texts.agendaFaults) : undefined
  const isAboutMinutes = agendaFault === 'bad-minutes'
  return (
    <form method="post" action={booked.pageHref} className="add-point">
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
