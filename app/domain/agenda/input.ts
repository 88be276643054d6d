import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import { ok, refuse, type Refusal, type Result } from '#app/kernel/result.ts'
import { AGENDA_LIMITS } from './agenda.ts'
import { DOCUMENT_LIMITS } from './document/shown-document.ts'
import type { AgendaChange, ChangeRefusal } from './change.ts'
import { NOTE_LIMITS } from './notes/note.ts'
import { POLL_LIMITS } from './polls/poll.ts'
import { TEMPLATE_LIMITS, type TemplateItem } from './template.ts'
import { cleanLine, cleanText } from '#app/kernel/text.ts'

/** malformed: no page of this version sends this, but one that was open when the server became newer may. */
export type ChangeFault = ChangeRefusal | 'malformed'

export type ChangeRequest = { changeId: string; change: AgendaChange }

/** Reads what a browser posted: JSON, or a form whose field `change` holds JSON. Never throws. */
export function parseChangeRequest(body: unknown): Result<ChangeRequest, ChangeFault> {
  return read(changeRequest, body)
}

/** Reads one change. Never throws. */
export function parseAgendaChange(input: unknown): Result<AgendaChange, ChangeFault> {
  return read(change, input)
}

/** Reads the items of a template; `minutes` may be text, as forms send it. Never throws. */
export function parseTemplateItems(input: unknown): Result<TemplateItem[], ChangeFault> {
  return read(z.array(templateItem).min(1).max(AGENDA_LIMITS.items), input)
}

/** Texts that are far too long are refused before they are looked at; `applyChange` measures what is left. */
function typed(limit: number, clean: (text: string) => string) {
  return z.string().max(4 * limit + 100).transform(clean)
}

const id = z.string().refine(isId)
const nullableId = id.nullable()
const minutes = z.number().int().min(1).max(AGENDA_LIMITS.minutes)
const page = z.number().int().min(1).max(DOCUMENT_LIMITS.pages)
const itemText = {
  title: typed(AGENDA_LIMITS.title, cleanLine),
  purpose: typed(AGENDA_LIMITS.purpose, cleanText),
}
const entryText = {
  text: typed(AGENDA_LIMITS.text, cleanText),
  owner: typed(AGENDA_LIMITS.owner, cleanLine),
  due: z.union([z.literal(''), z.iso.date()]),
}

const ownText = typed(TEMPLATE_LIMITS.privateText, cleanText).pipe(z.string().max(TEMPLATE_LIMITS.privateText))
/** What the host alone reads. */
const privately = { questions: ownText.optional(), notes: ownText.optional() }

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item-add'), itemId: id, ...itemText, minutes, afterItemId: nullableId }),
  z.object({ kind: z.literal('item-edit'), itemId: id, ...itemText, minutes }),
  z.object({ kind: z.literal('item-remove'), itemId: id }),
  z.object({ kind: z.literal('item-move'), itemId: id, beforeItemId: nullableId }),
  z.object({ kind: z.literal('item-tick'), itemId: id, isDone: z.boolean() }),
  z.object({ kind: z.literal('item-start'), itemId: nullableId }),
  z.object({ kind: z.literal('item-mark'), itemId: id, isImportant: z.boolean() }),
  z.object({ kind: z.literal('question-add'), itemId: id, questionId: id, text: typed(AGENDA_LIMITS.question, cleanText) }),
  z.object({ kind: z.literal('question-remove'), itemId: id, questionId: id }),
  z.object({
    kind: z.literal('entry-add'), entryId: id, entryKind: z.enum(['decision', 'next-step', 'parked']), itemId: nullableId,
    ...entryText,
  }),
  z.object({ kind: z.literal('entry-edit'), entryId: id, ...entryText }),
  z.object({ kind: z.literal('entry-remove'), entryId: id }),
  z.object({
    kind: z.literal('poll-ask'), pollId: id, itemId: nullableId, question: typed(POLL_LIMITS.question, cleanLine),
    answers: z.array(z.object({ id, text: typed(POLL_LIMITS.answer, cleanLine) })).max(2 * POLL_LIMITS.mostAnswers),
  }),
  z.object({ kind: z.literal('poll-vote'), pollId: id, answerId: id }),
  z.object({ kind: z.literal('poll-close'), pollId: id }),
  z.object({ kind: z.literal('note-update'), update: z.string().max(2 * NOTE_LIMITS.update) }),
  z.object({ kind: z.literal('document-show'), documentId: id, name: typed(DOCUMENT_LIMITS.name, cleanLine), page, pages: page }),
  z.object({ kind: z.literal('document-page'), documentId: id, page }),
  z.object({ kind: z.literal('document-hide') }),
])

const changeRequest = z.object({ changeId: id, change: z.preprocess(asJson, change) })

const templateItem = z.object({
  title: typed(AGENDA_LIMITS.title, cleanLine).pipe(z.string().min(1).max(AGENDA_LIMITS.title)),
  purpose: typed(AGENDA_LIMITS.purpose, cleanText).pipe(z.string().max(AGENDA_LIMITS.purpose)),
  minutes: z.preprocess((given) => (typeof given === 'string' && /^\d{1,4}$/.test(given) ? Number(given) : given), minutes),
  ...privately,
  layout: z.enum(['faces', 'share', 'both']).optional(),
  asksConsent: z.boolean().optional(),
  documentId: id.optional(),
  answers: z.array(z.string().max(100)).max(20).optional(),
})

function asJson(given: unknown): unknown {
  if (typeof given !== 'string') return given
  try {
    return JSON.parse(given)
  } catch {
    return null
  }
}

function read<Value>(schema: z.ZodType<Value>, input: unknown): Result<Value, ChangeFault> {
  const result = schema.safeParse(input)
  return result.success ? ok(result.data) : faultOf(result.error)
}

function faultOf(error: z.ZodError): Refusal<ChangeFault> {
  const [issue] = error.issues
  const field = issue?.path.at(-1)
  if (field === 'minutes') return refuse('bad-minutes')
  if (field === 'due') return refuse('bad-date')
  if (field === 'page' || field === 'pages') return refuse('bad-page')
  if (issue?.code === 'too_big') return refuse(issue.origin === 'string' ? 'too-long' : 'too-many')
  return refuse(issue?.code === 'too_small' && issue.origin === 'string' ? 'empty-text' : 'malformed')
}
