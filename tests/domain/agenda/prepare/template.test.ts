import { expect, test } from 'vitest'
import { AGENDA_LIMITS } from '#app/domain/agenda/agenda.ts'
import { draftMeeting, itemsFor, TEMPLATE_LIMITS } from '#app/domain/agenda/template.ts'
import { changeItems, readTemplate, readTypedTemplate, typeTemplate } from '#app/domain/agenda/templates/template-input.ts'
import { agendaForAll } from '#app/domain/booking/default-world/common.ts'
import { DEFAULT_TEMPLATES } from '#app/domain/booking/default-world/world.ts'
import { DIAGNOSES } from '#app/domain/booking/diagnosis.ts'

const GOOD = { title: 'Velkommen', purpose: '', minutes: '5' }

test('what the host alone has is no part of the agenda that a template makes', () => {
  const item = { title: 'Punkt', purpose: 'Formål', minutes: 5, questions: 'HEMMELIGT?', notes: 'HEMMELIGT.', answers: ['a'], layout: 'share', asksConsent: true } as const
  const { agenda, notes } = draftMeeting([{ ...item, answers: [...item.answers] }, { title: 'Uden', purpose: '', minutes: 3 }])
  expect(JSON.stringify(agenda)).not.toContain('HEMMELIGT')
  expect(agenda.items).toMatchObject([{ title: 'Punkt', layout: 'share', asksConsent: true }, { title: 'Uden' }])
  expect(notes).toEqual([{ itemId: agenda.items[0]?.id, questions: 'HEMMELIGT?', text: 'HEMMELIGT.' }])
})

test('an item with conditions is for those answers, one without is for all', () => {
  const items = [{ name: 'all' }, { name: 'none', answers: [] }, { name: 'one', answers: ['a'] }, { name: 'two', answers: ['a', 'b'] }]
  expect(itemsFor(items, 'b').map(({ name }) => name)).toEqual(['all', 'none', 'two'])
})

test('every shipped agenda fits the first meeting, and each of its items has questions and private notes in its language', () => {
  for (const { diagnosis, locale, items } of DEFAULT_TEMPLATES) {
    const name = `${diagnosis} ${locale}`
    expect(items.reduce((sum, { minutes }) => sum + minutes, 0), name).toBeLessThanOrEqual(30)
    for (const { questions = '', notes = '' } of items) {
      expect(questions.split('\n').length, name).toBeGreaterThanOrEqual(3)
      expect(notes.split('\n').length, name).toBeGreaterThanOrEqual(2)
    }
    expect(readTemplate(typeTemplate({ title: 'Navn', items })).isGood, name).toBe(true)
  }
  expect(DEFAULT_TEMPLATES).toHaveLength(2 * DIAGNOSES.length)
})

test('the one agenda for all answers gives each answer what its own would have', () => {
  for (const { diagnosis, locale, items } of DEFAULT_TEMPLATES) {
    expect(itemsFor(agendaForAll(locale), diagnosis).map(({ title }) => title)).toEqual(items.map(({ title }) => title))
  }
})

test('boxes are read by the key of their point, wherever it was dragged to', () => {
  const form = new FormData()
  for (const [key, title] of [['1', 'Anden'], ['0', 'Første']] as const) {
    form.append('key', key)
    form.append('itemTitle', title)
    form.append('minutes', '5')
  }
  form.append('asksConsent-1', 'on')
  form.append('answers-0', 'a')
  expect(readTypedTemplate(form).items).toMatchObject([{ title: 'Anden', asksConsent: true, answers: [] }, { title: 'Første', asksConsent: false, answers: ['a'] }])
})

test('all that was prepared goes with its point when it moves, and the document alone when it is dropped', () => {
  const rich = { ...GOOD, questions: 'Hvad?', notes: 'Lyt.', layout: 'both', documentId: 'document', asksConsent: true, answers: ['a'] }
  expect(changeItems([GOOD, rich], 'up:1')).toEqual([rich, GOOD])
  expect(changeItems([rich], 'drop:0')).toEqual([{ ...rich, documentId: '' }])
})

test('private texts are bounded, each with its own word, and a layout that is none is left out', () => {
  const long = 'x'.repeat(TEMPLATE_LIMITS.privateText + 1)
  const read = (given: object) => readTemplate({ title: 'Navn', items: [{ ...GOOD, ...given }] })
  expect(read({ questions: long })).toEqual({ isGood: false, faults: [{ fault: 'too-long-questions', item: 0 }] })
  expect(read({ notes: 'x'.repeat(100_000) })).toEqual({ isGood: false, faults: [{ fault: 'too-long-notes', item: 0 }] })
  expect(read({ title: 'x'.repeat(100_000) })).toEqual({ isGood: false, faults: [{ fault: 'too-long', item: 0 }] })
  expect(read({ layout: 'upside-down' })).toEqual({ isGood: true, title: 'Navn', items: [{ title: 'Velkommen', purpose: '', minutes: 5 }] })
  const many = readTemplate({ title: 'Navn', items: Array.from({ length: AGENDA_LIMITS.items + 1 }, () => GOOD) })
  expect(many).toEqual({ isGood: false, faults: [{ fault: 'too-many' }] })
})
