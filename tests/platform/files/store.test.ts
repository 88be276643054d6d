import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { HOUR_MS } from '#app/kernel/time.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { openFile, storeFile, sweepFiles } from '#app/platform/files/store.server.ts'
import { contentOf, GIF, officeFile, PDF, PNG } from '../../support/files.ts'

let folder = ''
const LIMIT = 1_000_000

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fremmode-files-'))
  publishEnv({ FILES_DIR: folder })
})

test('what comes in is kept under its SHA-256, once, and comes out as it was', async () => {
  const hash = createHash('sha256').update(PDF).digest('hex')
  expect(await store(PDF, 'Tilbud.pdf')).toEqual({ ok: true, value: { hash, bytes: PDF.length, name: 'Tilbud.pdf', type: 'application/pdf' } })
  expect((await store(PDF, 'Kopi.PDF'))).toMatchObject({ value: { hash, name: 'Kopi.PDF' } })
  expect(kept()).toEqual([`${hash.slice(0, 2)}/${hash}`])
  const opened = await openFile(hash)
  expect(opened?.bytes).toBe(PDF.length)
  expect(Buffer.from(await new Response(opened?.content).arrayBuffer()).equals(PDF)).toBe(true)
})

test.each<[string, Buffer, string]>([
  ['billede.png', PNG, 'image/png'],
  ['tegning.gif', GIF, 'image/gif'],
  ['brev.docx', officeFile('word/document.xml', 'wordprocessingml.document'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['tal.xlsx', officeFile('xl/workbook.xml', 'spreadsheetml.sheet'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['noter.txt', Buffer.from('Blåbærgrød\r\n\tog mere'), 'text/plain'],
  ['gammel.csv', Buffer.from([0x42, 0x6c, 0xe5, 0x3b, 0x31, 0x0a]), 'text/csv'],
  ['læs.md', Buffer.from('# Overskrift'), 'text/markdown'],
])('%s is taken for what it is', async (name, content, type) => {
  expect(await store(content, name)).toMatchObject({ ok: true, value: { name, type } })
})

test.each<[string, Buffer]>([
  ['virus.exe', Buffer.concat([Buffer.from('MZ'), randomBytes(400)])],
  ['virus.pdf', Buffer.concat([Buffer.from('MZ'), randomBytes(400)])],
  ['program.txt', Buffer.concat([Buffer.from('\u007fELF\u0002\u0001\u0001'), Buffer.alloc(200)])],
  ['side.html', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['side.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['billede.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['tilbud.pdf.exe', PDF],
  ['tilbud.png', PDF],
  ['noter.txt', Buffer.from([0x48, 0, 0x69, 0])],
  ['pakke.zip', officeFile('a.txt', null)],
  ['makro.docx', officeFile('a.txt', null)],
  ['uden-endelse', Buffer.from('tekst')],
])('%s is refused by what is in it, whatever it is called', async (name, content) => {
  expect(await store(content, name)).toEqual({ ok: false, reason: 'bad-type' })
  expect(kept()).toEqual([])
})

test('a picture that was pasted gets the ending of its kind', async () => {
  expect(await store(PNG, 'udklip')).toMatchObject({ value: { name: 'udklip.png' } })
})

test('what is empty, too large or broken off leaves nothing behind', async () => {
  expect(await store(Buffer.alloc(0), 'tom.txt')).toEqual({ ok: false, reason: 'empty-file' })
  expect(await store(Buffer.concat([PDF, Buffer.alloc(LIMIT)]), 'stor.pdf')).toEqual({ ok: false, reason: 'too-large' })
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(PDF), pull: (controller) => controller.error(new Error('gone')),
  })
  expect(await storeFile(broken, { name: 'halv.pdf', mostBytes: LIMIT })).toEqual({ ok: false, reason: 'broken-off' })
  expect(kept()).toEqual([])
})

test('a sender without an end is not read to one', async () => {
  let given = 0
  const endless = new ReadableStream<Uint8Array>({ pull(controller) { given += 1; controller.enqueue(new Uint8Array(64_000)) } })
  expect(await storeFile(endless, { name: 'x.pdf', mostBytes: LIMIT })).toEqual({ ok: false, reason: 'too-large' })
  expect(given).toBeLessThan(60)
})

test('what nobody names any more goes after an hour, and what a kill left half-written with it', async () => {
  const [first, second] = [await store(PDF, 'a.pdf'), await store(PNG, 'b.png')]
  if (!first.ok || !second.ok) throw new Error('they are kept')
  const now = Date.now()
  expect(await sweepFiles(new Set(), now)).toBe(0)
  expect(await sweepFiles(new Set([first.value.hash]), now + 2 * HOUR_MS)).toBe(1)
  expect(await openFile(second.value.hash)).toBeNull()
  expect(await openFile(first.value.hash)).not.toBeNull()
})

test('handing the same over again makes an old file young, so that it is not swept before it is named', async () => {
  const stored = await store(PDF, 'a.pdf')
  if (!stored.ok) throw new Error('it is kept')
  const { hash } = stored.value
  utimesSync(join(folder, hash.slice(0, 2), hash), 0, 0)
  await store(PDF, 'a.pdf')
  expect(await sweepFiles(new Set(), Date.now())).toBe(0)
})

test.each(['../../etc/passwd', '', 'A'.repeat(64), 'f'.repeat(63)])('%j names no file', async (hash) => {
  expect(await openFile(hash)).toBeNull()
})

function store(content: Buffer, name: string) {
  return storeFile(contentOf(content), { name, mostBytes: LIMIT })
}

function kept(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)).map((path) => path.slice(folder.length + 1))
}
