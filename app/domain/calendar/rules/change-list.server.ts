import { typedIn, type Reading, type RuleFault, type Typed } from './rule-input.ts'

/** What can be done with the lines of one list, and how what was typed is read. */
type ListChange<Value> = {
  names: readonly string[]
  read: (typed: Typed) => Reading<Value>
  add: (value: Value) => Promise<unknown>
  /** `id` is what was sent and may name nothing. */
  remove: (id: string) => Promise<unknown>
}

export type ListAnswer = { news: 'saved' | 'removed' } | { typed: Typed; faults: Record<string, RuleFault> }

/** Adds a line or takes one off, as the form of the page asks; or tells what is wrong, with all that was typed. */
export async function changeList<Value>(form: FormData, { names, read, add, remove }: ListChange<Value>): Promise<ListAnswer> {
  if (form.get('intent') === 'remove') {
    await remove(String(form.get('id')))
    return { news: 'removed' }
  }
  const typed = typedIn(form, names)
  const reading = read(typed)
  if (!reading.isGood) return { typed, faults: reading.faults }
  await add(reading.value)
  return { news: 'saved' }
}
