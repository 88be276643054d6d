import { AGENDA_LIMITS, type Agenda, type NewEntryKind } from '#app/domain/agenda/agenda.ts'
import type { AgendaChange, ChangeOf } from '#app/domain/agenda/change.ts'
import { POLL_LIMITS } from '#app/domain/agenda/polls/poll.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Dice } from '../dice.ts'

/** What a browser sends of itself, but for the notes, which are typed. */
export type MadeKind = Exclude<AgendaChange['kind'], 'note-update' | 'entry-correct'>

type Scene = { agenda: Agenda; dice: Dice }

/** Far under its bounds an agenda is full for nobody, so that what was refused once is refused whenever it comes. */
const FULL = { items: 14, entries: 50, questions: 5, polls: POLL_LIMITS.polls - 2 }
const ENTRY_KINDS: NewEntryKind[] = ['decision', 'next-step', 'parked']
/** What has to be trimmed, cleaned or refused alike on both sides. */
const ODD_TEXTS = ['', '  \n', ' a\u0000b ', '\ud800', 'x\u202Ey', 'linje et\r\n\u000Blinje to', '<b>😀</b>', '__proto__', 'x'.repeat(AGENDA_LIMITS.text + 1)]

const MAKERS: { [Kind in MadeKind]: (scene: Scene) => ChangeOf<Kind> } = {
  'item-add': ({ agenda, dice }) => ({ kind: 'item-add', itemId: newId(), ...itemText(dice), afterItemId: dice.chance(0.8) ? anItem(agenda, dice) : null }),
  'item-edit': ({ agenda, dice }) => ({ kind: 'item-edit', itemId: anItem(agenda, dice), ...itemText(dice) }),
  'item-remove': ({ agenda, dice }) => ({ kind: 'item-remove', itemId: anItem(agenda, dice) }),
  'item-move': ({ agenda, dice }) => ({ kind: 'item-move', itemId: anItem(agenda, dice), beforeItemId: dice.chance(0.8) ? anItem(agenda, dice) : null }),
  'item-tick': ({ agenda, dice }) => ({ kind: 'item-tick', itemId: anItem(agenda, dice), isDone: dice.chance(0.5) }),
  'item-start': ({ agenda, dice }) => ({ kind: 'item-start', itemId: dice.chance(0.8) ? anItem(agenda, dice) : null }),
  'item-mark': ({ agenda, dice }) => ({ kind: 'item-mark', itemId: anItem(agenda, dice), isImportant: dice.chance(0.5) }),
  'question-add': ({ agenda, dice }) => ({ kind: 'question-add', itemId: anItem(agenda, dice), questionId: newId(), text: aText(dice) }),
  'question-remove'({ agenda, dice }) {
    const asked = agenda.items.flatMap(({ id, questions = [] }) => questions.map((question) => ({ itemId: id, questionId: question.id })))
    return { kind: 'question-remove', ...(oneOf(asked, dice) ?? { itemId: anItem(agenda, dice), questionId: newId() }) }
  },
  'entry-add': ({ agenda, dice }) => ({
    kind: 'entry-add', entryId: newId(), entryKind: oneOf(ENTRY_KINDS, dice) ?? 'parked',
    itemId: dice.chance(0.7) ? anItem(agenda, dice) : null, ...entryText(dice),
  }),
  'entry-edit': ({ agenda, dice }) => ({ kind: 'entry-edit', entryId: oneOf(agenda.entries, dice)?.id ?? newId(), ...entryText(dice) }),
  'entry-remove': ({ agenda, dice }) => ({ kind: 'entry-remove', entryId: oneOf(agenda.entries, dice)?.id ?? newId() }),
  'poll-ask': ({ agenda, dice }) => ({
    kind: 'poll-ask', pollId: newId(), itemId: dice.chance(0.5) ? anItem(agenda, dice) : null, question: aText(dice).slice(0, POLL_LIMITS.question),
    answers: ['Ja', 'Nej', 'Måske'].slice(0, 2 + dice.below(2)).map((text) => ({ id: newId(), text })),
  }),
  'poll-vote'({ agenda, dice }) {
    const poll = oneOf(agenda.polls?.slice(-3) ?? [], dice)
    return { kind: 'poll-vote', pollId: poll?.id ?? newId(), answerId: oneOf(poll?.answers ?? [], dice)?.id ?? newId() }
  },
  'poll-close': ({ agenda, dice }) => ({ kind: 'poll-close', pollId: oneOf(agenda.polls?.slice(-3) ?? [], dice)?.id ?? newId() }),
  // It fits in every browser, and the server alone knows that the meeting has no such file.
  'document-show': () => ({ kind: 'document-show', documentId: newId(), name: 'Oplæg.pdf', page: 1, pages: 3 }),
  'document-page': ({ agenda, dice }) => ({ kind: 'document-page', documentId: agenda.document?.documentId ?? newId(), page: 1 + dice.below(3) }),
  'document-hide': () => ({ kind: 'document-hide' }),
}

export const MADE_KINDS = Object.keys(MAKERS).filter(isMadeKind)

const GUEST_KINDS: MadeKind[] = [
  'item-add', 'item-edit', 'item-remove', 'item-mark', 'question-add', 'question-remove', 'entry-add', 'entry-add', 'entry-edit', 'entry-remove', 'poll-vote',
  // One that is not theirs.
  'item-move',
]

/** Every kind that somebody in this role makes, each once, in an order that chance gives. */
export function shuffledKinds(role: 'host' | 'guest', dice: Dice): MadeKind[] {
  const kinds = role === 'guest' ? GUEST_KINDS : MADE_KINDS
  return kinds.map((kind) => ({ kind, place: dice.below(1_000_000) })).sort((a, b) => a.place - b.place).map(({ kind }) => kind)
}

/** A change of this kind to what a browser shows; it takes away instead where there is enough. */
export function randomChange(wanted: MadeKind, { agenda, dice }: Scene): AgendaChange {
  const kind = isFull(wanted, agenda) ? INSTEAD[wanted] ?? wanted : wanted
  return MAKERS[kind]({ agenda, dice })
}

const INSTEAD: Partial<Record<MadeKind, MadeKind>> = {
  'item-add': 'item-remove', 'entry-add': 'entry-remove', 'question-add': 'question-remove', 'poll-ask': 'poll-vote',
}

function isFull(kind: MadeKind, { items, entries, polls }: Agenda): boolean {
  if (kind === 'item-add') return items.length >= FULL.items
  if (kind === 'entry-add') return entries.length >= FULL.entries
  if (kind === 'question-add') return items.some(({ questions }) => (questions?.length ?? 0) >= FULL.questions)
  return kind === 'poll-ask' && (polls?.length ?? 0) >= FULL.polls
}

function isMadeKind(kind: string): kind is MadeKind {
  return kind in MAKERS
}

function itemText(dice: Dice): { title: string; purpose: string; minutes: number } {
  return { title: aText(dice), purpose: dice.chance(0.3) ? aText(dice) : '', minutes: dice.chance(0.05) ? 0 : 1 + dice.below(60) }
}

function entryText(dice: Dice): { text: string; owner: string; due: string } {
  return { text: aText(dice), owner: dice.chance(0.3) ? 'Søren' : '', due: dice.chance(0.3) ? '2026-12-01' : '' }
}

function aText(dice: Dice): string {
  return dice.chance(0.1) ? oneOf(ODD_TEXTS, dice) ?? '' : `Vi skriver ${newId().slice(0, 8)} æøå`
}

/** An item that is shown; an unknown one when there is none. */
function anItem({ items }: Agenda, dice: Dice): string {
  return oneOf(items, dice)?.id ?? newId()
}

function oneOf<One>(list: readonly One[], dice: Dice): One | undefined {
  return list[dice.below(list.length)]
}
