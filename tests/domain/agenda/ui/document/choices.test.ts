import { expect, test } from 'vitest'
import { EMPTY_AGENDA, type AgendaItem } from '#app/domain/agenda/agenda.ts'
import { documentChoices } from '#app/domain/agenda/ui/document/choose/choices.ts'

const PRICES = 'a'.repeat(64)
const PLAN = 'b'.repeat(64)

test('the document of the item that the meeting is at comes first, and what was handed over last, the newest before the oldest', () => {
  const agenda = { ...EMPTY_AGENDA, items: [item('one', PLAN), item('two'), item('three', PRICES)], currentItemId: 'three' }
  const choices = documentChoices(agenda, [message('1', 'Gammel.pdf'), message('2', 'Ny.pdf')])
  expect(choices.map(({ name, isOfItem }) => [name, isOfItem])).toEqual([
    ['Punkt three', true], ['Punkt one', true], ['Ny.pdf', false], ['Gammel.pdf', false],
  ])
})

test('what was prepared stands between, unless it is the document of an item', () => {
  const agenda = { ...EMPTY_AGENDA, items: [item('one', PLAN)] }
  const files = [{ id: PLAN, name: 'Plan.pdf', type: 'application/pdf' }, { id: PRICES, name: 'Priser.pdf', type: 'application/pdf' }, { id: 'x', name: 'x.png', type: 'image/png' }]
  expect(documentChoices(agenda, [message('1', 'Ny.pdf')], files).map(({ name }) => name)).toEqual(['Punkt one', 'Priser.pdf', 'Ny.pdf'])
})

test('only what can be shown is offered, and each once', () => {
  const agenda = { ...EMPTY_AGENDA, items: [item('one', PLAN), item('two', PLAN)] }
  const picture = { id: '1', file: { name: 'x.png', type: 'image/png', bytes: 3 } }
  expect(documentChoices(agenda, [picture, { id: '2', file: null }])).toHaveLength(1)
  expect(documentChoices(EMPTY_AGENDA, [])).toEqual([])
})

function item(id: string, documentId?: string): AgendaItem {
  return { id, title: `Punkt ${id}`, purpose: '', minutes: 5, isDone: false, author: 'host', spentMs: 0, ...(documentId && { documentId }) }
}

function message(id: string, name: string) {
  return { id, file: { name, type: 'application/pdf', bytes: 3 } }
}
