import { AGENDA_LIMITS, type ItemLayout } from '../agenda.ts'
import { parseTemplateItems } from '../input.ts'
import { TEMPLATE_LIMITS, type TemplateItem } from '../template.ts'
import { cleanLine, cleanText } from '#app/kernel/text.ts'

/** One point as it was typed; what isn't there was left empty. */
export type TypedItem = Record<'title' | 'purpose' | 'minutes', string> & {
  questions?: string
  notes?: string
  layout?: string
  documentId?: string
  asksConsent?: boolean
  answers?: string[]
}

export type TypedTemplate = { title: string; items: TypedItem[] }

/** Names of sentences in the texts of the page; `item` is the index of the point that is wrong. */
export type TemplateFault =
  | { fault: 'empty-title' | 'title-too-long' | 'no-items' | 'too-many' }
  | { fault: 'empty-item' | 'too-long' | 'bad-minutes' | 'too-long-questions' | 'too-long-notes' | 'document'; item: number }

type TemplateReading = { isGood: true; title: string; items: TemplateItem[] } | { isGood: false; faults: TemplateFault[] }

export const LAYOUTS: readonly ItemLayout[] = ['faces', 'share', 'both']

/** What a point's own fields end in: a browser sends nothing for an empty box, so their place among others says nothing. */
export function ownName(field: 'asksConsent' | 'answers' | 'document', key: string): string {
  return `${field}-${key}`
}

/** The form as it was typed, in its order. */
export function readTypedTemplate(form: FormData): TypedTemplate {
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''))
  const field = (name: string) => {
    const all = texts(name)
    return (index: number) => all[index] ?? ''
  }
  const [purpose, minutes, questions, notes] = [field('purpose'), field('minutes'), field('questions'), field('notes')]
  const [layout, documentId, keys] = [field('layout'), field('documentId'), texts('key')]
  return {
    title: texts('title')[0] ?? '',
    items: texts('itemTitle').map((title, index) => ({
      title, purpose: purpose(index), minutes: minutes(index), questions: questions(index), notes: notes(index),
      layout: layout(index), documentId: documentId(index),
      asksConsent: form.has(ownName('asksConsent', keys[index] ?? '')), answers: texts(ownName('answers', keys[index] ?? '')),
    })),
  }
}

/** A template as the form shows it. */
export function typeTemplate({ title, items }: { title: string; items: readonly TemplateItem[] }): TypedTemplate {
  return { title, items: items.map((item) => ({ ...item, minutes: String(item.minutes) })) }
}

/** What the form means, or everything that is wrong with it. */
export function readTemplate(typed: TypedTemplate): TemplateReading {
  const title = cleanLine(typed.title)
  const faults: TemplateFault[] = []
  if (title === '') faults.push({ fault: 'empty-title' })
  if (title.length > AGENDA_LIMITS.title) faults.push({ fault: 'title-too-long' })
  if (typed.items.length === 0) faults.push({ fault: 'no-items' })
  if (typed.items.length > AGENDA_LIMITS.items) faults.push({ fault: 'too-many' })
  const items = typed.items.flatMap((item, index) => {
    const read = parseTemplateItems([meaningOf(item)])
    if (read.ok) return read.value
    faults.push({ fault: privateFault(item) ?? itemFault(read.reason), item: index })
    return []
  })
  return faults.length === 0 ? { isGood: true, title, items } : { isGood: false, faults }
}

/** `add` puts an empty point last, `remove:0` takes the first away, `up:1` and `down:0` change places with the neighbour. */
export function changeItems(items: readonly TypedItem[], intent: string): TypedItem[] {
  const [verb, argument] = intent.split(':')
  const at = Number(argument)
  const moved = items[at]
  if (verb === 'add' && items.length < AGENDA_LIMITS.items) return [...items, { title: '', purpose: '', minutes: '5' }]
  if (!moved) return [...items]
  if (verb === 'remove') return items.toSpliced(at, 1)
  if (verb === 'drop') return items.with(at, { ...moved, documentId: '' })
  const target = verb === 'up' ? at - 1 : verb === 'down' ? at + 1 : at
  return target < 0 || target >= items.length ? [...items] : items.toSpliced(at, 1).toSpliced(target, 0, moved)
}

/** What was left empty is not kept. */
function meaningOf({ title, purpose, minutes, ...more }: TypedItem): unknown {
  const { questions, notes, layout, documentId, asksConsent, answers = [] } = more
  return {
    title, purpose, minutes: minutes.trim(),
    ...(questions?.trim() && { questions }), ...(notes?.trim() && { notes }),
    ...(LAYOUTS.some((known) => known === layout) && { layout }), ...(documentId && { documentId }),
    ...(asksConsent && { asksConsent }), ...(answers.length > 0 && { answers }),
  }
}

function privateFault({ questions = '', notes = '' }: TypedItem): 'too-long-questions' | 'too-long-notes' | null {
  if (cleanText(questions).length > TEMPLATE_LIMITS.privateText) return 'too-long-questions'
  return cleanText(notes).length > TEMPLATE_LIMITS.privateText ? 'too-long-notes' : null
}

function itemFault(reason: string): 'empty-item' | 'too-long' | 'bad-minutes' {
  if (reason === 'bad-minutes') return 'bad-minutes'
  return reason === 'too-long' ? 'too-long' : 'empty-item'
}
