import { expect, test } from 'vitest'
import { timesAsJson, timesAsMarkdown, type OfferedTimes } from '#app/domain/booking/pages/slots-for-agents.ts'

const at = Date.UTC(2026, 10, 26, 9)
const view: OfferedTimes = {
  locale: 'da', zone: 'Europe/Copenhagen', origin: 'https://mette.example.com',
  offer: {
    slug: 'intro', title: 'Et første møde', summary: 'En halv time.', durationMinutes: 30, lengths: [], needsApproval: false, noticeMinutes: 240,
    host: 'Mette', hostTitle: 'Rådgiver',
  },
  page: { days: [{ date: '2026-11-26', starts: [at] }], earlierFrom: null, laterFrom: '2026-12-10' },
}

test('a program reads each time with its end and the page on which a person takes it', () => {
  expect(JSON.parse(timesAsJson(view))).toEqual({
    type: 'intro', title: 'Et første møde', summary: 'En halv time.', host: 'Mette', language: 'da', durationMinutes: 30,
    timeZone: 'Europe/Copenhagen',
    slots: [{
      start: '2026-11-26T09:00:00Z', end: '2026-11-26T09:30:00Z',
      page: 'https://mette.example.com/book/intro?at=2026-11-26T09%3A00%3A00Z&zone=Europe%2FCopenhagen#time',
    }],
    later: 'https://mette.example.com/book/intro?from=2026-12-10&zone=Europe%2FCopenhagen',
    earlier: null,
  })
})

test('the same in Markdown says day, wall clock and instant', () => {
  const text = timesAsMarkdown({ ...view, locale: 'en' })
  expect(text).toContain('# Et første møde with Mette')
  expect(text).toContain('## Thursday 26 November')
  expect(text).toContain('- [10:00](https://mette.example.com/en/book/intro?at=2026-11-26T09%3A00%3A00Z&zone=Europe%2FCopenhagen#time) (2026-11-26T09:00:00Z)')
  expect(text).toContain('from=2026-12-10')
})

test('it says on whose clock the times are, also far from the host', () => {
  expect(timesAsMarkdown(view)).toContain('Tiderne er i dansk tid.')
  expect(timesAsMarkdown({ ...view, zone: 'America/New_York' })).toContain('som uret går i New York')
})
