import { isoInstant, SECOND_MS } from '#app/kernel/time.ts'
import type { AgendaEntry } from '../agenda.ts'
import { linesOf } from './lines.ts'
import type { SummaryView } from './summary-view.ts'

/** The summary as data: each thing in it is named here, so nothing else can slip in. Instants are ISO 8601. */
export function summaryJson(view: SummaryView): string {
  const { next, agenda: { items } } = view
  const document = {
    version: 1,
    meeting: meetingOf(view),
    decisions: linesOf(view, 'decision').map((line) => lineOf(view, line)),
    nextSteps: linesOf(view, 'next-step').map((line) => (
      { ...lineOf(view, line), owner: line.owner || null, due: line.due || null, done: doneOf(view, line.id) }
    )),
    parked: linesOf(view, 'parked').map((line) => lineOf(view, line)),
    notes: linesOf(view, 'note').map((line) => ({ ...lineOf(view, line), point: items.find(({ id }) => id === line.itemId)?.title ?? null })),
    polls: pollsOf(view),
    points: items.map(({ title, minutes, spentMs, isDone }) => (
      { title, plannedMinutes: minutes, usedSeconds: Math.round(spentMs / SECOND_MS), isDone }
    )),
    files: filesIn(view),
    chat: chatOf(view),
    next: next && { startsAt: isoInstant(next.startsAt), endsAt: isoInstant(next.endsAt), isAgreed: !next.isPending },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function meetingOf({ meeting: { title, startsAt, endsAt }, timeZone, withNames, isOver }: SummaryView) {
  return { title, startsAt: isoInstant(startsAt), endsAt: isoInstant(endsAt), timeZone, with: withNames, isOver }
}

function pollsOf({ polls, agenda: { items } }: SummaryView) {
  return polls.map(({ itemId, question, answers, votes, isClosed }) => ({
    question, point: items.find(({ id }) => id === itemId)?.title ?? null,
    answers: answers.map(({ text, count }) => ({ text, votes: count })), votes, isClosed,
  }))
}

function filesIn({ files }: SummaryView) {
  return files.map(({ name, type, bytes, addedBy, point }) => ({ name, type, bytes, addedBy: addedBy?.name ?? null, point }))
}

/** Files are named; they are fetched from the page, where it is asked who asks. */
function chatOf({ said }: SummaryView) {
  return said.map(({ name, at, text, file }) => (
    { name, at: isoInstant(at), text, file: file && { name: file.name, type: file.type, bytes: file.bytes } }
  ))
}

function lineOf({ corrections }: SummaryView, { id, text, authorName, at }: AgendaEntry) {
  const versions = corrections.filter(({ entryId }) => entryId === id)
    .map(({ name, at: when, before }) => ({ by: name, at: isoInstant(when), before }))
  // What was written together has no author and no moment.
  const by = authorName === '' ? { writtenBy: null, writtenAt: null } : { writtenBy: authorName, writtenAt: isoInstant(at) }
  return { text, ...by, corrections: versions }
}

function doneOf({ done }: SummaryView, id: string): { by: string; at: string } | null {
  const known = done.find(({ entryId }) => entryId === id)
  return known ? { by: known.name, at: isoInstant(known.at) } : null
}
