import { AGENDA_LIMITS } from '../agenda.ts'
import { parseTemplateItems } from '../input.ts'
import type { TemplateItem } from '../template.ts'
import { cleanLine } from '#app/kernel/text.ts'

/** One point as it was typed. */
export type TypedItem = Record<'title' | 'purpose' | 'minutes', string>

export type TypedTemplate = { title: string; items: TypedItem[] }

/** Names of sentences in the texts of the page; `item` is the index of the point that is wrong. */
export type TemplateFault =
  | { fault: 'empty-title' | 'title-too-long' | 'no-items' | 'too-many' }
  | { fault: 'empty-item' | 'too-long' | 'bad-minutes'; item: number }

type TemplateReading = { isGood: true; title: string; items: TemplateItem[] } | { isGood: false; faults: TemplateFault[] }

/** The form as it was typed, in its order. */
export function readTypedTemplate(form: FormData): TypedTemplate {
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''))
  const [titles, purposes, minutes] = [texts('itemTitle'), texts('purpose'), texts('minutes')]
  return {
    title: texts('title')[0] ?? '',
    items: titles.map((title, index) => ({ title, purpose: purposes[index] ?? '', minutes: minutes[index] ?? '' })),
  }
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
    const read = parseTemplateItems([{ ...item, minutes: item.minutes.trim() }])
    if (read.ok) return read.value
    faults.push({ fault: itemFault(read.reason), item: index })
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
  const target = verb === 'up' ? at - 1 : verb === 'down' ? at + 1 : at
  return target < 0 || target >= items.length ? [...items] : items.toSpliced(at, 1).toSpliced(target, 0, moved)
}

function itemFault(reason: string): 'empty-item' | 'too-long' | 'bad-minutes' {
  if (reason === 'bad-minutes') return 'bad-minutes'
  return reason === 'too-long' ? 'too-long' : 'empty-item'
}
