import { expect, test } from 'vitest'
import { ownersOf } from '#app/domain/agenda/steps/owner.ts'

const seat = (id: string, role: 'host' | 'guest', name: string, companyName: string | null = null, personId: string | null = null) =>
  ({ id, role, name, companyName, personId })
const SEATS = [
  seat('mette', 'host', 'Mette Holm'), seat('søren', 'guest', 'Søren Kjær', 'Nordlys Værktøj A/S', 'person'), seat('amina', 'guest', 'Amina Yusuf', 'Nordlys Værktøj A/S'),
]
const owners = (owner: string, seats = SEATS) => ownersOf(owner, seats).map(({ id }) => id)

test('whoever is named by full or first name, however it is written, is reminded', () => {
  expect(owners('Mette Holm')).toEqual(['mette'])
  expect(owners('søren')).toEqual(['søren'])
  expect(owners('  AMINA (salg)')).toEqual(['amina'])
})

test('of several names each counts', () => {
  expect(owners('Mette og Søren')).toEqual(['mette', 'søren'])
  expect(owners('Mette/Amina')).toEqual(['mette', 'amina'])
})

test('a full name says which of two with one first name is meant; a first name alone means both', () => {
  const two = [...SEATS, seat('other', 'guest', 'Mette Lund')]
  expect(owners('Mette Lund', two)).toEqual(['other'])
  expect(owners('Mette', two)).toEqual(['mette', 'other'])
})

test('a company is the one who booked for it', () => {
  expect(owners('Nordlys Værktøj A/S')).toEqual(['søren'])
})

test('where it can\'t be told both sides are: who leads, and who booked', () => {
  for (const owner of ['', 'os', 'Mettes kollega', 'Claire', '!?']) expect(owners(owner)).toEqual(['mette', 'søren'])
  expect(owners('', SEATS.filter(({ id }) => id !== 'søren'))).toEqual(['mette', 'amina'])
})
