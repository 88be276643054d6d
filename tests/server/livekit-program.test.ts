import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findProgram, type Progress } from '../../livekit/program.ts'

const LIVEKIT = '#!/bin/sh\necho livekit-server version 1.13.5\n'
const realPath = process.env.PATH
let folder: string
let cache: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fremmode-program-'))
  cache = join(folder, 'cache')
  mkdirSync(cache)
})
afterEach(() => {
  process.env.PATH = realPath
  rmSync(folder, { recursive: true, force: true })
})

function writeProgram(path: string, text: string): string {
  writeFileSync(path, text)
  chmodSync(path, 0o755)
  return path
}

/** A Go that answers, and whose build does what the shell line says; `$7` is the file to write. */
function fakeGo(build: string): string {
  return writeProgram(join(folder, 'go'), `#!/bin/sh\n[ "$1" = env ] && exit 0\n${build}\n`)
}

function search(goPrograms: string[], told: number[] = [], signal = new AbortController().signal): Progress {
  return { onBuilding: (seconds) => told.push(seconds), signal, goPrograms }
}

test('a livekit-server on the PATH is taken before anything is built', async () => {
  const installed = writeProgram(join(folder, 'livekit-server'), LIVEKIT)
  process.env.PATH = folder + delimiter + realPath
  expect(await findProgram(cache, search([]))).toEqual({ path: installed, isBuilt: false })
})

test('without one it is built once, under the pinned version, and found again the next time', async () => {
  const told: number[] = []
  const go = fakeGo(`printf '${LIVEKIT.replaceAll('\n', '\\n')}' > "$7"; chmod +x "$7"`)
  const path = join(cache, 'livekit-server-v1.13.5')
  expect(await findProgram(cache, search([go], told))).toEqual({ path, isBuilt: true })
  expect(told[0]).toBe(0)
  expect(await findProgram(cache, search([]))).toEqual({ path, isBuilt: false })
  expect(readdirSync(cache)).toEqual(['livekit-server-v1.13.5'])
})

test('a file in the cache that does not answer is built anew', async () => {
  writeProgram(join(cache, 'livekit-server-v1.13.5'), 'half a program')
  const go = fakeGo(`printf '${LIVEKIT.replaceAll('\n', '\\n')}' > "$7"; chmod +x "$7"`)
  expect(await findProgram(cache, search([go]))).toMatchObject({ isBuilt: true })
})

test('without Go the remedy is named', async () => {
  const found = await findProgram(cache, search(['/nowhere/go']))
  expect(found).toMatchObject({ path: null })
  expect('remedy' in found && found.remedy).toMatch(/Install Go 1\.26.*livekit-server on the PATH.*LIVEKIT_URL/)
})

test('a build that fails says why and leaves nothing half-made', async () => {
  const go = fakeGo('echo "first line" >&2; echo "no space left on device" >&2; echo x > "$7"; exit 1')
  expect(await findProgram(cache, search([go]))).toEqual({ path: null, remedy: 'LiveKit could not be built: no space left on device' })
  expect(readdirSync(cache)).toEqual([])
})

test('a stop ends the build', async () => {
  const stopping = new AbortController()
  const go = fakeGo('exec sleep 60')
  const finding = findProgram(cache, search([go], [], stopping.signal))
  setTimeout(() => stopping.abort(), 300)
  expect(await finding).toMatchObject({ path: null })
  expect(existsSync(join(cache, 'livekit-server-v1.13.5'))).toBe(false)
})
