import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { envSchema } from '#app/platform/env.server.ts'
import { sourceFiles } from './source-files.ts'

const readme = readFileSync('README.md', 'utf8')
const handbook = ['house.md', 'glossary.md', ...readdirSync('app/handbook/decisions').map((name) => `decisions/${name}`)]
  .map((name) => join('app/handbook', name))

test('the README names every setting, and none that is not one', () => {
  const settings = Object.keys(envSchema.shape)
  for (const setting of settings) expect(readme, setting).toContain(`\`${setting}\``)
  const [, table = ''] = readme.split('## Settings')
  const [own = ''] = table.split('##')
  const named = [...own.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name)
  expect(named.filter((name) => !settings.includes(name ?? ''))).toEqual([])
})

test('every npm script that the documents name exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const file of ['README.md', ...handbook]) {
    const named = [...readFileSync(file, 'utf8').matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in scripts)), file).toEqual([])
  }
})

test('every file that the documents link to or name is there', () => {
  for (const file of ['README.md', ...handbook]) {
    const text = readFileSync(file, 'utf8')
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => join(dirname(file), path ?? ''))
    const named = [...text.matchAll(/`((?:app|db|server|livekit|tests)\/[\w/.-]+?)\/?`/g)].map(([, path]) => path ?? '')
    expect([...linked, ...named].filter((path) => !existsSync(path)), file).toEqual([])
  }
})

test('every word of the glossary lives in the code', () => {
  const words = readFileSync('app/handbook/glossary.md', 'utf8').split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| word'))
    .map((line) => line.split('|')[1]?.trim().toLowerCase() ?? '')
  const code = sourceFiles(['app', 'db']).flatMap(({ path, lines }) => [path, ...lines]).join('\n').toLowerCase().replaceAll(/[-_ ]/g, '')
  expect(words.length).toBeGreaterThan(24)
  expect(words.filter((word) => !code.includes(word.replaceAll(' ', '')))).toEqual([])
})
