import { expect, test } from 'vitest'
import { newsOfDoor, newsOfNext, newsOfPeople, whoCame } from '#app/domain/meeting/ui/call/news.ts'
import { messages } from '#app/i18n/messages.ts'
import { doorGuest, doorView, person, PLAYABLE } from './door-view.ts'

const { room } = messages('da')
const texts = room.news

test('who comes and who goes is told by name', () => {
  const [soren, amina] = [person(), person({ id: 'p-2', name: 'Amina' })]
  expect(newsOfPeople([soren], [soren, amina], texts)).toEqual(['Amina er kommet ind.'])
  expect(newsOfPeople([soren, amina], [amina], texts)).toEqual(['Søren er gået.'])
  expect(newsOfPeople([soren], [amina], texts)).toEqual(['Amina er kommet ind.', 'Søren er gået.'])
})

test('a microphone that is switched is told, both ways', () => {
  expect(newsOfPeople([person()], [person({ isMicrophoneOn: false })], texts)).toEqual(['Søren har slået mikrofonen fra.'])
  expect(newsOfPeople([person({ isMicrophoneOn: false })], [person()], texts)).toEqual(['Søren har slået mikrofonen til.'])
})

test('a shared screen is told when it begins and when it ends', () => {
  expect(newsOfPeople([person()], [person({ screen: PLAYABLE })], texts)).toEqual(['Søren deler skærm.'])
  expect(newsOfPeople([person({ screen: PLAYABLE })], [person()], texts)).toEqual(['Søren deler ikke længere skærm.'])
})

test('speaking, a camera and a picture that arrives are no news', () => {
  const changed = person({ isSpeaking: true, isCameraOn: false, picture: PLAYABLE, sounds: [{ id: 'a', sound: PLAYABLE }] })
  expect(newsOfPeople([person()], [changed], texts)).toEqual([])
})

test('somebody who arrives muted is only said to arrive', () => {
  expect(newsOfPeople([], [person({ isMicrophoneOn: false, screen: PLAYABLE })], texts)).toEqual(['Søren er kommet ind.'])
})

test('a knock is told once for as long as the guest stands there', () => {
  const [empty, knocked] = [doorView(), doorView({ guests: [doorGuest()] })]
  expect(newsOfDoor(empty, knocked, room)).toEqual(['Søren banker på.'])
  expect(newsOfDoor(knocked, doorView({ guests: [doorGuest({ isPresent: false })] }), room)).toEqual([])
})

test('a guest who went away and knocks again is told again, one who is let in is not', () => {
  const away = doorView({ guests: [doorGuest({ door: 'away' })] })
  const waiting = doorView({ guests: [doorGuest()] })
  expect(newsOfDoor(away, waiting, room)).toEqual(['Søren banker på.'])
  expect(newsOfDoor(waiting, doorView({ guests: [doorGuest({ door: 'admitted' })] }), room)).toEqual([])
})

test('another device with a guest\'s link is told apart from the guest', () => {
  const device = { deviceId: 'd', seatId: 'seat-1', name: 'Søren', readiness: null, isPresent: true }
  const came = doorView({ devices: [device] })
  expect(newsOfDoor(doorView(), came, room)).toEqual(['Sørens link er ved døren på en anden enhed'])
  expect(newsOfDoor(came, came, room)).toEqual([])
  expect(whoCame(came, doorView({ devices: [device], guests: [doorGuest()] }))).toEqual([[doorGuest()], []])
})

test('times for the next meeting are told the guest once an offer, and both that it is booked', () => {
  const offering = (proposed: number[]) => doorView({ next: { offer: { proposed, kind: null }, booked: null } })
  const [none, offered, other] = [doorView(), offering([1, 2]), offering([3])]
  const booked = doorView({ next: { offer: { proposed: [1, 2], kind: null }, booked: { startsAt: 1, endsAt: 2, isPending: false } } })
  const tell = (before: typeof none, after: typeof none, role: 'host' | 'guest' = 'guest') => newsOfNext(before, after, { role, texts: room.nextMeeting })
  expect(tell(none, offered)).toEqual([room.nextMeeting.offered])
  expect(tell(none, offered, 'host')).toEqual([])
  expect(tell(offered, offered)).toEqual([])
  expect(tell(offered, other)).toEqual([room.nextMeeting.offered])
  for (const role of ['host', 'guest'] as const) expect(tell(offered, booked, role)).toEqual([room.nextMeeting.booked])
  expect(tell(booked, booked)).toEqual([])
})
