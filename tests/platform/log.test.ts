import { expect, test } from 'vitest'
import { linkKey } from '#app/platform/link.server.ts'
import { mask } from '#app/platform/log.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { paths } from '#app/paths.ts'

test('mail addresses are masked wherever they stand', () => {
  expect(mask('sent to soren.kjaer+x@nordlys.example.com, and <a@b.dk>')).toBe('sent to [mail], and <[mail]>')
})

test('the keys of personal links and of the set-up link are masked, the seat is not', () => {
  const seatId = newId()
  for (const path of [paths.bookingLink(seatId, linkKey('booking', seatId, 1)), paths.roomLink(seatId, linkKey('room', seatId, 1))]) {
    expect(mask(`GET ${path} 303`)).toBe(`GET ${path.slice(0, 3)}${seatId}/[key] 303`)
  }
  const key = linkKey('one-off', seatId, 1)
  for (const path of [paths.oneOffLink(seatId, key), paths.confirmLink('en', seatId, key), paths.calendarFeed(seatId, key)]) {
    expect(mask(path)).toBe(path.replace(key, '[key]'))
  }
  expect(mask(paths.setUpLink('A'.repeat(32)))).toBe('/setup/[key]')
})

test('tokens and passwords in addresses are masked', () => {
  expect(mask('token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_123 given')).toBe('token [token] given')
  expect(mask('postgres://fremmode:s3cret@127.0.0.1:5432/fremmode')).toBe('postgres://fremmode:[password]@127.0.0.1:5432/fremmode')
})

test('what is no secret stays readable', () => {
  expect(mask('{"level":"info","path":"/book/intro","status":200}')).toBe('{"level":"info","path":"/book/intro","status":200}')
})
