import type { ReactNode } from 'react'
import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { clockText, dayText, isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { sayMoment } from '../words.ts'
import { CarriedField } from '../address/carried-field.tsx'
import { LeaveForm } from './leave-form.tsx'
import { NearestTimes } from './slot-days.tsx'
import type { MarkedTime, Mine, ReserveProblem, TimesState } from './times-state.ts'
import { WatchForm } from './watch-form.tsx'

/** The time that is this visitor's for now: on with it, or let it go. */
export function MyTime({ mine, state }: { mine: Mine; state: TimesState }) {
  const { locale, zone, offer, carried } = state
  const texts = messages(locale).reservation.mine
  const words = { moment: sayMoment(mine.at, state), until: clockText(mine.until, zone, locale) }
  return (
    <Word title={capitalised(fill(texts.title, words))}>
      <div className="row">
        <TimesForm state={state}><Button name="start" value={isoInstant(mine.at)}>{texts.goOn}</Button></TimesForm>
        <LeaveForm locale={locale} zone={zone} slug={offer.slug} at={mine.at} carried={carried}>{texts.leave}</LeaveForm>
      </div>
    </Word>
  )
}

/** Whether the time that somebody came for can be had, and if not, what can be done. */
export function MarkedTimeNotice({ marked, state }: { marked: MarkedTime; state: TimesState }) {
  const { booking: { times: texts }, reservation: { barred } } = messages(state.locale)
  const moment = sayMoment(marked.at, state)
  if (marked.state === 'free') {
    return (
      <Word title={fill(texts.chosen, { moment })}>
        <TimesForm state={state}><p><Button name="start" value={isoInstant(marked.at)}>{texts.chosenGo}</Button></p></TimesForm>
        <p className="soft">{texts.chosenOr}</p>
      </Word>
    )
  }
  const isBarred = marked.state === 'barred'
  return (
    <Word tone="caution" isAnswer={state.isAnswer && !state.watch.fault} title={fill(isBarred ? barred.title : texts.chosenGone, { moment })}>
      {(isBarred || state.watch.isKept) && <WatchForm at={marked.at} state={state} />}
      {marked.nearest.length > 0 && <p>{isBarred ? barred.nearest : texts.chosenGoneHint}</p>}
      <TimesForm state={state}><NearestTimes starts={marked.nearest} clocks={state} /></TimesForm>
    </Word>
  )
}

/** The time is free, but no more times may be reserved right now. It can be booked all the same. */
export function ProblemNotice({ problem, state }: { problem: ReserveProblem; state: TimesState }) {
  const { locale, zone, offer } = state
  const { problems } = messages(locale).reservation
  const texts = problems[problem.kind]
  const words = { moment: sayMoment(problem.at, state), day: dayText(problem.at, zone, locale), minutes: problem.minutes }
  return (
    <Word tone="caution" isAnswer title={fill(texts.title, words)}>
      <p>{fill(texts.text, words)}</p>
      {problem.nearest.length > 0 && <p>{problems.otherDays}</p>}
      <TimesForm state={state}><NearestTimes starts={problem.nearest} clocks={state} /></TimesForm>
      <p>
        <LinkButton tone="quiet" href={paths.bookDetails(locale, offer.slug, { ...state.carried, start: isoInstant(problem.at), zone })}>{problems.goOn}</LinkButton>
      </p>
    </Word>
  )
}

function TimesForm({ state: { locale, zone, offer, carried }, children }: { state: TimesState; children: ReactNode }) {
  return (
    <form method="post" action={paths.book(locale, offer.slug)}>
      <input type="hidden" name="zone" value={zone} />
      <CarriedField carried={carried} />
      {children}
    </form>
  )
}

type WordProps = { title: string; tone?: 'caution'; isAnswer?: boolean; children: ReactNode }

/** A notice; one that answers takes the focus and is read out. */
function Word({ title, tone, isAnswer, children }: WordProps) {
  const asAnswer = isAnswer ? { role: 'alert', tabIndex: -1, 'data-focus': '' } : {}
  return <div className="notice" data-tone={tone} {...asAnswer}><h2>{title}</h2>{children}</div>
}
