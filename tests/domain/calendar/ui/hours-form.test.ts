import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { HoursFault, HoursRow } from '#app/domain/calendar/hours-input.ts'
import { HoursForm } from '#app/domain/calendar/ui/hours-form.tsx'
import { messages } from '#app/i18n/messages.ts'

const { hoursPage: texts, faultsTitle } = messages('da').desk
const MONDAY_TWICE: HoursRow[] = [{ weekday: 1, start: '9.00', end: '12.00' }, { weekday: 1, start: '13.00', end: '12.30' }]
const WEEK: HoursRow[] = [...MONDAY_TWICE, { weekday: 4, start: '8.00', end: '10.00' }]

function draw(rows: HoursRow[], faults: [number, HoursFault][] = []): string {
  return renderToStaticMarkup(createElement(HoursForm, { rows, faults: new Map(faults), texts, faultsTitle }))
}

function tagWith(html: string, part: string): string {
  return html.match(/<[^>]+>/g)?.find((tag) => tag.includes(part)) ?? ''
}

test('Enter saves: the first button of the form is save', () => {
  expect(/<button[^>]+>/.exec(draw(WEEK))?.[0]).toContain('value="save"')
})

test('a new row has the focus in the answer, where its day ends', () => {
  expect(tagWith(draw(WEEK), 'value="add:1"')).toContain('formaction="#start-2"')
  expect(tagWith(draw(WEEK), 'value="add:4"')).toContain('formaction="#start-3"')
  expect(tagWith(draw(WEEK), 'value="add:7"')).toContain('formaction="#start-3"')
  expect(tagWith(draw(WEEK), 'value="remove:2"')).toContain('formaction="#day-4"')
})

test('a fault is said in the summary with a link to its row, and in the row', () => {
  const html = draw(WEEK, [[1, 'inverted']])
  expect(html).toContain('<a href="#start-1">Mandag: Tiden skal slutte efter, at den begynder.</a>')
  expect(tagWith(html, 'id="end-1"')).toContain('aria-describedby="fault-1"')
  expect(tagWith(html, 'id="start-0"')).not.toContain('aria-invalid')
  expect(tagWith(html, '<form')).toContain('action="#error-summary"')
})

test('a day without rows says that it is closed, and a full day takes no more', () => {
  const full = Array.from({ length: 6 }, (_, hour) => ({ weekday: 1, start: String(8 + hour), end: `${8 + hour}.30` }))
  expect(draw(full).match(/Lukket/g)).toHaveLength(6)
  expect(draw(full)).not.toContain('value="add:1"')
})
