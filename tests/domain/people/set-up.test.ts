import { beforeEach, expect, test } from 'vitest'
import { createDefaults } from '#app/domain/booking/create-defaults.server.ts'
import { readSetUp, type SetUpAnswers } from '#app/domain/people/set-up.ts'
import { claimConsultant, isDeskClaimed, isSetUpKey, makeSetUpLink } from '#app/domain/people/set-up.server.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { PASSWORD_LENGTH } from '#app/platform/session.server.ts'
import { sqlClient } from '#db/client.server.ts'
import { useDatabase } from '../../support/database.ts'

const NOW = Date.parse('2026-11-25T08:00:00Z')
const ada: SetUpAnswers = {
  name: 'Ada Holm', title: 'Salgskonsulent', email: 'ada@fremmode.example', phone: null,
  password: 'seks klare søer i regn', locale: 'da', timeZone: 'Europe/Copenhagen',
}

const database = useDatabase()
beforeEach(database.reset)

const furnish = (tx: Parameters<typeof createDefaults>[0], hostId: string) => createDefaults(tx, hostId, NOW)

async function makeKey(now = NOW): Promise<string> {
  const key = await makeSetUpLink(now)
  if (key === null) throw new Error('the desk is claimed')
  return key
}

test('a key opens the set-up as often as it is asked about, until it is used', async () => {
  const key = await makeKey()
  expect([await isSetUpKey(key, NOW), await isSetUpKey(key, NOW + 6 * DAY_MS)]).toEqual([true, true])
  expect(await claimConsultant({ key, ...ada }, NOW, { furnish })).toMatchObject({ ok: true })
  expect(await isSetUpKey(key, NOW)).toBe(false)
})

test('the database holds the hash of the key alone', async () => {
  const key = await makeKey()
  const [row] = await sqlClient()`select to_jsonb(l)::text as text from set_up_link l`
  expect(row?.text).not.toContain(key)
  expect(row?.text).toMatch(/"key_hash": "[0-9a-f]{64}"/)
})

test('a newer link replaces the older one', async () => {
  const [older, newer] = [await makeKey(), await makeKey(NOW + 1)]
  expect([await isSetUpKey(older, NOW), await isSetUpKey(newer, NOW)]).toEqual([false, true])
})

test('a key ends after seven days', async () => {
  const key = await makeKey()
  expect(await isSetUpKey(key, NOW + 7 * DAY_MS)).toBe(false)
  expect(await claimConsultant({ key, ...ada }, NOW + 7 * DAY_MS, { furnish })).toEqual({ ok: false, reason: 'wrong-key' })
})

test('a claimed desk prints no link, and no key opens it', async () => {
  const key = await makeKey()
  await claimConsultant({ key, ...ada }, NOW, { furnish })
  expect(await makeSetUpLink(NOW)).toBeNull()
  expect(await isDeskClaimed()).toBe(true)
  const again = { key, ...ada, email: 'eve@fremmode.example' }
  expect(await claimConsultant(again, NOW, { furnish })).toEqual({ ok: false, reason: 'already-claimed' })
})

test('a made-up key claims nothing and leaves no account', async () => {
  await makeKey()
  expect(await claimConsultant({ key: 'made-up', ...ada }, NOW, { furnish })).toEqual({ ok: false, reason: 'wrong-key' })
  expect(await isDeskClaimed()).toBe(false)
  expect(await sqlClient()`select 1 from auth_user`).toHaveLength(0)
})

test('of two claims with one key at the same time one wins', async () => {
  const key = await makeKey()
  const claims = ['ada@fremmode.example', 'eve@fremmode.example', 'bo@fremmode.example'].map((email) =>
    claimConsultant({ key, ...ada, email }, NOW, { furnish }))
  const results = await Promise.all(claims)
  expect(results.map((result) => (result.ok ? 'won' : result.reason)).sort()).toEqual(['already-claimed', 'already-claimed', 'won'])
  expect(await sqlClient()`select 1 from consultant where user_id is not null`).toHaveLength(1)
  expect(await sqlClient()`select 1 from auth_user`).toHaveLength(1)
})

test('an empty desk is furnished with meeting types, hours and one template for each answer and language', async () => {
  await claimConsultant({ key: await makeKey(), ...ada }, NOW, { furnish })
  const sql = sqlClient()
  expect((await sql`select slug from meeting_type order by position`).map((type) => type.slug)).toEqual(['intro', 'sparring'])
  expect(await sql`select 1 from weekly_window`).toHaveLength(10)
  expect(await sql`select distinct diagnosis, locale from agenda_template`).toHaveLength(8)
})

test('the consultant who waits is claimed with the meetings that are already theirs', async () => {
  const sql = sqlClient()
  const [waiting] = await sql`
    insert into consultant (id, name, title, email, locale, time_zone, is_demo)
    values (gen_random_uuid(), 'Eksempel', 'Konsulent', 'eksempel@example.com', 'en', 'Europe/London', true) returning id`
  const result = await claimConsultant({ key: await makeKey(), ...ada }, NOW, { furnish })
  expect(result).toEqual({ ok: true, value: { hostId: waiting?.id } })
  const rows = await sql`select name, email, locale, time_zone, is_demo from consultant`
  expect(rows).toEqual([{ name: 'Ada Holm', email: ada.email, locale: 'da', time_zone: ada.timeZone, is_demo: false }])
})

test('when furnishing fails nothing is claimed and the key still works', async () => {
  const key = await makeKey()
  const fail = () => Promise.reject(new Error('no room for furniture'))
  await expect(claimConsultant({ key, ...ada }, NOW, { furnish: fail })).rejects.toThrow('no room for furniture')
  expect([await isDeskClaimed(), await isSetUpKey(key, NOW)]).toEqual([false, true])
  expect(await sqlClient()`select 1 from auth_user`).toHaveLength(0)
})

function formOf(values: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

const typed = { ...ada, phone: '' }

test('a filled form becomes answers, with the address in lower case and outer space gone', () => {
  const reading = readSetUp(formOf({ ...typed, name: ' Ada Holm ', email: ' Ada@Fremmode.example ' }), PASSWORD_LENGTH)
  expect(reading).toEqual({ isGood: true, answers: ada })
})

test.each([
  [{ name: '  ' }, { name: 'empty' }],
  [{ title: 'x'.repeat(121) }, { title: 'too-long' }],
  [{ email: 'ada' }, { email: 'bad-email' }],
  [{ email: '' }, { email: 'empty' }],
  [{ password: 'elleve tegn' }, { password: 'short-password' }],
  [{ password: 'x'.repeat(129) }, { password: 'long-password' }],
  [{ timeZone: 'Europe/Atlantis' }, { timeZone: 'bad-zone' }],
  [{ locale: 'sv' }, { locale: 'bad-language' }],
  [{ name: '', email: 'ada@' }, { name: 'empty', email: 'bad-email' }],
])('%j is refused by name', (wrong, faults) => {
  expect(readSetUp(formOf({ ...typed, ...wrong }), PASSWORD_LENGTH)).toEqual({ isGood: false, faults })
})

test('a password may hold anything, spaces at its ends too', () => {
  const password = '   bare små bogstaver   '
  const reading = readSetUp(formOf({ ...typed, password }), PASSWORD_LENGTH)
  expect(reading.isGood && reading.answers.password).toBe(password)
})
