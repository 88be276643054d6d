import { expect, test } from 'vitest'
import { EMPTY_AGENDA, type Agenda } from '#app/domain/agenda/agenda.ts'
import { carriedItems } from '#app/domain/agenda/next/carry-over.ts'
import { item, line } from '../../../support/next-world.ts'

const carry = (agenda: Partial<Agenda>, done: string[] = []) =>
  carriedItems({ ...EMPTY_AGENDA, ...agenda }, { done: new Set(done), purposeOf: ({ owner, due }) => `${owner} ${due}`.trim() })
const titles = (...asked: Parameters<typeof carry>) => carry(...asked).map(({ title }) => title)

test('what was not finished goes on, in its order, and what was finished stays', () => {
  expect(titles({ items: [item('Velkommen', { isDone: true }), item('Prisen'), item('Planen')] })).toEqual(['Prisen', 'Planen'])
})

test('it stays whose it was, with its purpose, its minutes and where it came from', () => {
  const point = item('Prisen', { author: 'guest', purpose: 'Hvad koster det?', minutes: 25, spentMs: 4_000 })
  expect(carry({ items: [point, item('Slut')] })[0]).toEqual(
    expect.objectContaining({ title: 'Prisen', purpose: 'Hvad koster det?', minutes: 25, author: 'guest', carriedFrom: point.id }),
  )
})

test('the last point, at which the next meeting is agreed on, is not carried once it was begun', () => {
  const last = item('Næste skridt')
  expect(titles({ items: [item('Prisen'), last], currentItemId: last.id, currentSince: 1 })).toEqual(['Prisen'])
  expect(titles({ items: [item('Prisen'), { ...last, spentMs: 1 }] })).toEqual(['Prisen'])
  expect(titles({ items: [item('Prisen'), last] })).toEqual(['Prisen', 'Næste skridt'])
})

test('open next steps come first and say who and when; those that are done stay behind', () => {
  const [open, done] = [line('next-step', 'Send udkastet', { owner: 'Mette', due: '2026-12-01' }), line('next-step', 'Ring til Claire')]
  const carried = carry({ items: [item('Prisen')], entries: [open, done, line('note', 'En note'), line('decision', 'Ja')] }, [done.id])
  expect(carried.map(({ title, purpose }) => [title, purpose])).toEqual([['Send udkastet', 'Mette 2026-12-01'], ['Prisen', '']])
})

test('a parked question becomes a point of its own', () => {
  const parked = { ...line('note', 'Hvad med\nTyskland?'), kind: 'parked' }
  const agenda = JSON.parse(JSON.stringify({ ...EMPTY_AGENDA, entries: [parked] }))
  expect(carriedItems(agenda, { done: new Set(), purposeOf: () => '' })).toEqual([
    { title: 'Hvad med Tyskland?', purpose: '', minutes: 5, author: 'host', carriedFrom: parked.id },
  ])
})

test('a long line is cut for the title and stays whole in the purpose, within the bounds of a point', () => {
  const [carried] = carry({ entries: [{ ...line('note', 'x'), kind: 'next-step', text: 'ord '.repeat(300) }] })
  expect(carried?.title.length).toBeLessThanOrEqual(200)
  expect(carried?.title.endsWith('…')).toBe(true)
  expect(carried?.purpose.length).toBeLessThanOrEqual(500)
})

test('of very many, as many go on as an agenda holds', () => {
  expect(carry({ items: Array.from({ length: 59 }, () => item('Et')), entries: Array.from({ length: 20 }, () => line('next-step', 'To')) })).toHaveLength(60)
})
