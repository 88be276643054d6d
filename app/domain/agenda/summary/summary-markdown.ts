import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import { clockText, dateText, longDayText, MINUTE_MS } from '#app/kernel/time.ts'
import type { AgendaEntry } from '../agenda.ts'
import { sayOrigin } from '../prepare/file-words.ts'
import { headingOf, linesOf, noteGroups, pollGroups } from './lines.ts'
import { sayAnswers, sayPollState } from './poll-words.ts'
import type { SummaryView } from './summary-view.ts'

/** The summary as a text that any editor shows: Markdown (CommonMark), in the reader's language and zone. */
export function summaryMarkdown(view: SummaryView): string {
  const { room, after } = messages(view.locale)
  const { summary } = room
  const parts = [
    ...headOf(view),
    `## ${summary.decisions}`, listOr(linesOf(view, 'decision').map(({ text }) => bullet(text)), summary.noDecisions),
    `## ${summary.nextSteps}`, listOr(linesOf(view, 'next-step').map((step) => stepLine(view, step)), summary.noNextSteps),
    ...parkedOf(view),
    ...pollsOf(view),
    ...notesOf(view),
    ...filesIn(view),
    ...chatOf(view),
    ...timesOf(view),
    ...(view.next ? [`## ${after.summary.next}`, momentText(view.next.startsAt, view.timeZone, view.locale)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function headOf(view: SummaryView): string[] {
  const { room } = messages(view.locale)
  const { meeting: { title, startsAt, endsAt }, timeZone, locale, withNames } = view
  const hours = fill(room.time, { from: clockText(startsAt, timeZone, locale), to: clockText(endsAt, timeZone, locale) })
  return [`# ${plain(title)}`, `${fill(room.summary.held, { name: plain(withNames) })}  \n${longDayText(startsAt, timeZone, locale)} ${hours}`]
}

function stepLine({ locale, done }: SummaryView, { id, text, owner, due }: AgendaEntry): string {
  const { summary } = messages(locale).room
  const who = owner && fill(summary.owner, { owner: plain(owner) })
  const about = [who, due && fill(summary.due, { date: dateText(due, locale) })].filter(Boolean)
  const mark = done.some(({ entryId }) => entryId === id) ? 'x' : ' '
  return bullet(`[${mark}] `, about.length > 0 ? `${plain(text)} (${about.join(', ')})` : plain(text))
}

function parkedOf(view: SummaryView): string[] {
  const parked = linesOf(view, 'parked')
  if (parked.length === 0) return []
  return [`## ${messages(view.locale).room.summary.parked}`, parked.map(({ text }) => bullet(text)).join('\n')]
}

function pollsOf(view: SummaryView): string[] {
  const groups = pollGroups(view)
  if (groups.length === 0) return []
  const parts = groups.flatMap((group) => [
    ...headingIn(view, group, groups),
    ...group.polls.flatMap((poll) => [
      `**${plain(poll.question)}** (${sayPollState(poll, view.locale)})`, sayAnswers(poll, view.locale).map((answer) => bullet(answer)).join('\n'),
    ]),
  ])
  return [`## ${messages(view.locale).after.polls.title}`, ...parts]
}

function notesOf(view: SummaryView): string[] {
  const groups = noteGroups(view)
  if (groups.length === 0) return []
  return [
    `## ${messages(view.locale).room.summary.notes}`,
    ...groups.flatMap((group) => [...headingIn(view, group, groups), group.notes.map(({ text }) => bullet(text)).join('\n')]),
  ]
}

function headingIn({ locale }: SummaryView, group: { title: string | null }, groups: readonly unknown[]): string[] {
  const heading = headingOf(group, groups, messages(locale).after.summary.whole)
  return heading === null ? [] : [`### ${plain(heading)}`]
}

function filesIn({ files, locale }: SummaryView): string[] {
  if (files.length === 0) return []
  const { files: texts } = messages(locale).agenda
  return [`## ${texts.title}`, files.map((file) => bullet(`${file.name} (${sayOrigin(file, texts)})`)).join('\n')]
}

function chatOf({ said, locale, timeZone }: SummaryView): string[] {
  if (said.length === 0) return []
  const lines = said.map(({ name, at, text, file }) => bullet('', `${plain(name)}, ${clockText(at, timeZone, locale)}: ${plain(file?.name ?? text)}`))
  return [`## ${messages(locale).room.talk.record.title}`, lines.join('\n')]
}

function timesOf({ agenda: { items }, locale }: SummaryView): string[] {
  const { minutes, summary: { times, point, planned, used } } = messages(locale).room
  if (items.every(({ spentMs }) => spentMs === 0)) return []
  const say = (count: number) => fill(minutes, { minutes: count })
  const rows = items.map((item) => `| ${plain(item.title).replaceAll('|', '\\|')} | ${say(item.minutes)} | ${say(Math.round(item.spentMs / MINUTE_MS))} |`)
  return [`## ${times}`, [`| ${point} | ${planned} | ${used} |`, '| --- | ---: | ---: |', ...rows].join('\n')]
}

/** Lines of one item stay in it by being indented. */
function bullet(mark: string, text?: string): string {
  const said = text === undefined ? plain(mark) : mark + text
  return `- ${said.replaceAll('\n', '\n  ')}`
}

function listOr(lines: string[], none: string): string {
  return lines.length === 0 ? `_${none}_` : lines.join('\n')
}

/** What people wrote is words, and no markup of ours. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, '\\$&').replaceAll(/^(\s*)(#|[-+]\s|\d+[.)]\s)/gm, '$1\\$2')
}
