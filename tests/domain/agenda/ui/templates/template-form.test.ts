import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { readTemplate, type TypedItem } from '#app/domain/agenda/templates/template-input.ts'
import { TemplateForm } from '#app/domain/agenda/ui/templates/template-form.tsx'
import { messages } from '#app/i18n/messages.ts'

const { desk: { templatePage: texts, faultsTitle }, prepare: { template: words } } = messages('da')
const more = { words, documents: {}, answers: [] }
const GOOD: TypedItem = { title: 'Velkommen', purpose: '', minutes: '5' }

/** The page as it answers to a save of this. */
function draw(items: TypedItem[]): string {
  const typed = { title: 'Mere træning', items }
  const read = readTemplate(typed)
  return renderToStaticMarkup(createElement(TemplateForm, { typed, faults: read.isGood ? [] : read.faults, texts, faultsTitle, more }))
}

function tagWith(html: string, part: string): string {
  return html.match(/<[^>]+>/g)?.find((tag) => tag.includes(part)) ?? ''
}

test('Enter saves: the first button of the form is save', () => {
  expect(/<button[^>]+>/.exec(draw([GOOD]))?.[0]).toContain('value="save"')
})

test('the focus follows a point to where it went', () => {
  const html = draw([GOOD, GOOD, GOOD])
  const targets = ['up:1', 'down:1', 'remove:1', 'remove:2', 'add'].map((intent) => /formaction="#([^"]+)"/.exec(tagWith(html, `value="${intent}"`))?.[1])
  expect(targets).toEqual(['item-0', 'item-2', 'item-1', 'add', 'item-3'])
})

test('each fault leads to the field that is wrong', () => {
  const html = draw([{ ...GOOD, title: ' ' }, { ...GOOD, minutes: '0' }, { ...GOOD, title: 'x'.repeat(201) }, { ...GOOD, purpose: 'x'.repeat(501) }])
  const led = [...html.matchAll(/<a href="#([^"]+)"/g)].map((link) => link[1])
  expect(led).toEqual(['item-0', 'minutes-1', 'item-2', 'purpose-3'])
  for (const id of led) expect(tagWith(html, `id="${id}"`), id).toContain('aria-invalid="true"')
})

test('the sum counts what is a number', () => {
  expect(draw([GOOD, { ...GOOD, minutes: ' 12 ' }, { ...GOOD, minutes: 'fem' }])).toContain('17 min. i alt')
})
