import { makeOneOff, revokeOneOff } from '../one-off/commands.server.ts'
import { readLink, typedLinkIn, type LinkChoice, type TypedLink } from '../one-off/one-off-input.ts'
import { MOST_OFFERED, stateOfLink } from '../one-off/one-off.ts'
import { listOneOffs } from '../one-off/queries.server.ts'
import type { LinkFormState } from '../ui/desk/asked/link-form.tsx'
import type { DeskLink } from '../ui/desk/asked/links-view.tsx'
import { durationsOf } from '#app/domain/calendar/meeting-type.ts'
import { listOwnTypes } from '#app/domain/calendar/types/type-commands.server.ts'
import { readTimes } from '../proposal/proposal-input.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, isoDate } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { publicUrl } from '#app/platform/env.server.ts'
import { linkKey } from '#app/platform/link.server.ts'

type Host = { id: string; locale: Locale; timeZone: string }

/** How long a new link is open unless the consultant says otherwise. */
const OPEN_DAYS = 14

/** The consultant's links as the desk shows them; only an open one shows its secret. */
export async function readDeskLinks({ id: hostId, locale }: Host, now: number): Promise<DeskLink[]> {
  const links = await listOneOffs(hostId)
  return links.map((link) => {
    const state = stateOfLink(link, now)
    const { id, name, companyName, durationMinutes: minutes, starts, expiresAt, meetingId, linkGeneration } = link
    const url = state === 'open' ? publicUrl() + paths.oneOffLink(id, linkKey('one-off', id, linkGeneration)) : null
    return { id, name, companyName, minutes, starts, expiresAt, state, meetingId, url, title: locale === 'da' ? link.titleDa : link.titleEn }
  })
}

/** The form before anything is typed. */
export async function readLinkForm(host: Host, now: number): Promise<LinkFormState> {
  const rows = Array.from({ length: MOST_OFFERED }, () => ({ date: '', time: '' }))
  const expires = isoDate(now + OPEN_DAYS * DAY_MS, host.timeZone)
  const types = await choicesOf(host)
  const typed = { name: '', email: '', company: '', type: types[0]?.value ?? '', locale: host.locale, expires, rows }
  return { typed, faults: {}, rowFaults: [], types }
}

/** Makes the link that the form asks for, or gives the form with what stands against it. */
export async function submitLink(
  form: FormData, host: Host, now: number,
): Promise<{ isMade: true } | { isMade: false; form: LinkFormState }> {
  const typed = typedLinkIn(form)
  const types = await choicesOf(host)
  const { value, faults, rowFaults } = readLink(typed, { choices: types, timeZone: host.timeZone, now })
  if (!value) return { isMade: false, form: { typed, faults, rowFaults, types } }
  const made = await makeOneOff(host.id, value, now)
  if (made.ok) return { isMade: true }
  return { isMade: false, form: { typed, faults, rowFaults: rowsTaken(typed, made.taken, { timeZone: host.timeZone, now }), types } }
}

/** Takes a link back. @returns false when there is no such link of this consultant's. */
export async function takeLinkBack(form: FormData, { id: hostId }: Host, now: number): Promise<boolean> {
  const id = form.get('id')
  const link = isId(id) ? (await listOneOffs(hostId)).find((one) => one.id === id) : undefined
  if (!link) return false
  await revokeOneOff(hostId, link.id, now)
  return true
}

/** Each kind of meeting in each of its lengths, the usual one first: one choice says both, and needs no script. */
async function choicesOf({ id, locale }: Host): Promise<(LinkChoice & { label: string })[]> {
  const { choice } = messages(locale).asking.links
  return (await listOwnTypes(id)).flatMap((type) => durationsOf(type).map((minutes) => ({
    value: `${type.id}.${minutes}`, typeId: type.id, durationMinutes: minutes,
    label: fill(choice, { title: locale === 'da' ? type.titleDa : type.titleEn, minutes }),
  })))
}

function rowsTaken(typed: TypedLink, taken: number[], clock: { timeZone: string; now: number }): LinkFormState['rowFaults'] {
  return typed.rows.map((row) => {
    const [at] = readTimes([row], clock).starts
    return at !== undefined && taken.includes(at) ? 'taken' : null
  })
}
