import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import routes from '#app/routes.ts'

test('every link of the product, as it stands in address bars and mails', () => {
  expect({
    front: [paths.front('da'), paths.front('en'), paths.front('en-u-hc-h12')],
    book: [paths.book('da', 'intro'), paths.book('en', 'intro', { at: '2026-11-25T08:00:00Z', zone: 'Europe/London' }),
      paths.book('da', 'intro', { at: '2026-11-25T08:00:00Z', watching: 'yes' })],
    details: paths.bookDetails('da', 'intro', { start: '2026-11-25T08:00:00Z' }),
    propose: [paths.propose('da', 'intro'), paths.propose('en', 'intro', { zone: 'Europe/London' }), paths.deskProposal('P')],
    answer: [paths.answerLink('da', 'A', 'KEY'), paths.answerLink('en', 'A', 'KEY')],
    oneOff: [paths.oneOffLink('O', 'KEY'), paths.oneOff('O'), paths.deskLinks()],
    booking: [paths.bookingLink('SEAT', 'KEY'), paths.booking('SEAT'), paths.bookingMove('SEAT'), paths.bookingCalendar('SEAT')],
    room: [paths.roomLink('SEAT', 'KEY'), paths.room('SEAT'), paths.roomToken('SEAT'), paths.roomDoor('SEAT'), paths.roomAgenda('SEAT'),
      paths.roomFeed('SEAT'), paths.roomSummary('SEAT'), paths.livekitHook()],
    desk: [paths.desk(), paths.deskSignIn(), paths.deskSignOut(), paths.deskMeeting('M'), paths.deskHours(), paths.deskSettings(), paths.deskTemplates(),
      paths.deskTemplate('T'), paths.deskDemo(), paths.setUpLink('KEY'), paths.setUp()],
    rules: [paths.deskHours('S'), paths.deskSchedules(), paths.deskSpecialDays(), paths.deskSpecialDays({ schedule: 'S' }), paths.deskTimeOff(),
      paths.deskHolidays(), paths.deskTravel(), paths.deskBlocked(), paths.deskCaps(), paths.deskWhy({ date: '2026-11-26', time: '10.00' }),
      paths.deskTypes(), paths.deskType('T'), paths.deskType('T', 'limits'), paths.deskMail()],
    dev: [paths.devMail(), paths.devPreviews(), paths.devPreview('door', { theme: 'dark' }), paths.devPreviewMail('update-host-da', 'ics')],
  }).toEqual({
    front: ['/', '/en', '/en-12h'],
    book: ['/book/intro', '/en/book/intro?at=2026-11-25T08%3A00%3A00Z&zone=Europe%2FLondon#time',
      '/book/intro?at=2026-11-25T08%3A00%3A00Z&watching=yes#time'],
    details: '/book/intro/details?start=2026-11-25T08%3A00%3A00Z',
    propose: ['/book/intro/propose', '/en/book/intro/propose?zone=Europe%2FLondon', '/desk/proposals/P'],
    answer: ['/answer/A/KEY', '/en/answer/A/KEY'],
    oneOff: ['/o/O/KEY', '/o/O', '/desk/links'],
    booking: ['/b/SEAT/KEY', '/booking/SEAT', '/booking/SEAT/move', '/booking/SEAT/calendar.ics'],
    room: ['/j/SEAT/KEY', '/room/SEAT', '/room/SEAT/token', '/room/SEAT/door', '/room/SEAT/agenda', '/room/SEAT/feed', '/room/SEAT/summary',
      '/hooks/livekit'],
    desk: ['/desk', '/desk/sign-in', '/desk/sign-out', '/desk/meetings/M', '/desk/hours', '/desk/settings', '/desk/templates', '/desk/templates/T',
      '/desk/demo', '/setup/KEY', '/setup'],
    rules: ['/desk/hours/schedules/S', '/desk/hours/schedules', '/desk/hours/days', '/desk/hours/days?schedule=S', '/desk/hours/off',
      '/desk/hours/holidays', '/desk/hours/travel', '/desk/hours/blocked', '/desk/hours/caps', '/desk/hours/why?date=2026-11-26&time=10.00',
      '/desk/types', '/desk/types/T', '/desk/types/T/limits', '/desk/mail'],
    dev: ['/dev/mail', '/dev/previews', '/dev/previews/door?theme=dark', '/dev/previews/mail/update-host-da/ics'],
  })
})

test('every public page has a Danish and an English address', () => {
  const addresses = routes.map((route) => route.path ?? '/')
  for (const path of ['/', 'book/:type', 'book/:type/details', 'book/:type/propose']) {
    expect(addresses).toContain(path)
    expect(addresses).toContain(path === '/' ? 'en' : `en/${path}`)
  }
})
