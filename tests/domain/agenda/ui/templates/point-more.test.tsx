import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PointMore } from '#app/domain/agenda/ui/templates/point-more.tsx'
import { messages } from '#app/i18n/messages.ts'

test.each([['da', 'Serveren optager aldrig'], ['en', 'The server never records']] as const)(
  'where the question whether to record is set, it stands who records and where that is kept (%s)', (locale, words) => {
    const item = { title: 'Velkommen', purpose: '', minutes: '5' }
    const html = renderToStaticMarkup(createElement(PointMore, {
      item, index: 0, errorAt: () => undefined, words: messages(locale).prepare.template, documents: {}, answers: [],
    }))
    expect(html).toMatch(new RegExp(`aria-describedby="consent-0-hint".*id="consent-0-hint">${words}`, 's'))
  },
)
