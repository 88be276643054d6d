import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { panelPreviews } from '#app/domain/agenda/ui/panel/previews.tsx'
import { templatePreviews } from '#app/domain/agenda/ui/templates/previews.tsx'
import { bookedPreviews } from '#app/domain/booking/ui/booked/previews.tsx'
import { preparePreviews } from '#app/domain/booking/ui/prepare/previews.tsx'

const drawn = [...preparePreviews(), ...templatePreviews(), ...bookedPreviews(), ...panelPreviews()]
  .map(({ name, locale, element }) => ({ name: `${name} ${locale}`, html: renderToStaticMarkup(element) }))

test('in every state of what is prepared each id is there once, and no sentence has a gap', () => {
  for (const { name, html } of drawn) {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index), name).toEqual([])
    expect(/>[^<]*\{[a-z]+\}/.exec(html)?.[0], name).toBeUndefined()
  }
})

test('the host’s notes stand in the host’s panel and in no guest’s', () => {
  const withNotes = drawn.filter(({ html }) => html.includes('To spørgsmål mere, før jeg svarer på ét.')).map(({ name }) => name)
  expect(withNotes).toEqual(['prepared-host da', 'prepared-host en'])
})
