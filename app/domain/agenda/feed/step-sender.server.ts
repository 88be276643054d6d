import type { EventStream } from '#app/platform/feed/event-stream.server.ts'
import { getWhole } from '../notes/queries.server.ts'
import { getPlan } from '../sight/seen.server.ts'
import { getAgenda } from '../queries.server.ts'
import { stepsAfter } from './steps.server.ts'

/** A browser that missed more steps than this gets the whole agenda instead. */
const MOST_STEPS = 200

/**
 * Sends one stream the agenda's steps after `afterVersion`, each once and without a gap; the whole agenda where that can't be
 * done, or where the browser has no version of it (null), as one that has seen the plan alone.
 */
export function stepSender(meetingId: string, { afterVersion, stream }: { afterVersion: number | null; stream: EventStream }) {
  let sent = afterVersion ?? -1
  let isBrowserTrusted = false
  let sentPlan = ''

  async function sendWhole(): Promise<void> {
    const whole = await getWhole(meetingId)
    stream.send({ event: 'agenda', id: whole.version, data: whole })
    sent = whole.version
  }

  /** @param told a version that is known to be committed; null: look whether there are newer ones. */
  async function send(told: number | null): Promise<void> {
    const steps = sent < 0 ? [] : await stepsAfter(meetingId, { after: sent, told, limit: MOST_STEPS + 1 })
    const isWhole = steps.length <= MOST_STEPS && steps.every((step, index) => step.version === sent + 1 + index)
    if (sent < 0 || !isWhole || (steps.length === 0 && (await isAhead()))) return sendWhole()
    for (const step of steps) stream.send({ event: 'change', id: step.version, data: step })
    sent = steps.at(-1)?.version ?? sent
    isBrowserTrusted = true
  }

  /** For whoever sees no more than the plan, whenever that is another one. A browser that was inside keeps what it saw there. */
  async function sendPlan(): Promise<void> {
    if (sent >= 0) return
    const plan = await getPlan(meetingId)
    const text = JSON.stringify(plan)
    if (text !== sentPlan) stream.send({ event: 'agenda', data: plan })
    sentPlan = text
  }

  /** The browser names a version that was never given out here, as after a restored backup. Asked once. */
  async function isAhead(): Promise<boolean> {
    return !isBrowserTrusted && (await getAgenda(meetingId)).version < sent
  }

  return { send, sendPlan, sent: () => sent }
}
