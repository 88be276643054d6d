import { listAgendaEvents, type AgendaStep } from '../queries.server.ts'

/** So many of a meeting's newest steps are at hand: enough for screens that hear of each change when it happens. */
const KEPT_STEPS = 32

type Held = { steps: AgendaStep[]; holders: number; reading: Promise<void> | null }

/** The meetings that somebody follows through this process. */
const held = new Map<string, Held>()

/** Keeps the newest steps of a meeting at hand for all who follow it here. Gives what ends that. */
export function holdSteps(meetingId: string): () => void {
  const meeting = held.get(meetingId) ?? { steps: [], holders: 0, reading: null }
  held.set(meetingId, meeting)
  meeting.holders += 1
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    meeting.holders -= 1
    if (meeting.holders === 0) held.delete(meetingId)
  }
}

/** A step that this process has just committed: nobody here has to read it any more. */
export function handOnStep(meetingId: string, step: AgendaStep): void {
  const meeting = held.get(meetingId)
  if (meeting) keep(meeting, [step])
}

type Wanted = { after: number; told: number | null; limit: number }

/**
 * The steps after a version, in order, `limit` at most when they are read.
 * @param told a version that is known to be committed; up to it the steps are taken from those at hand, and read once
 * for all who ask for them. Null: there may be newer ones than anybody knows, which only reading tells.
 */
export async function stepsAfter(meetingId: string, { after, told, limit }: Wanted): Promise<AgendaStep[]> {
  const meeting = held.get(meetingId)
  if (!meeting || told === null) return listAgendaEvents(meetingId, after, limit)
  const atHand = kept(meeting, after, told)
  if (atHand) return atHand
  await (meeting.reading ??= read(meetingId, meeting, after))
  return kept(meeting, after, told) ?? listAgendaEvents(meetingId, after, limit)
}

async function read(meetingId: string, meeting: Held, after: number): Promise<void> {
  try {
    keep(meeting, await listAgendaEvents(meetingId, after, KEPT_STEPS))
  } finally {
    meeting.reading = null
  }
}

/** Steps come in any order from those who made them and from reading; what is kept has no gap. */
function keep(meeting: Held, steps: AgendaStep[]): void {
  for (const step of steps) {
    const last = meeting.steps.at(-1)?.version ?? step.version - 1
    if (step.version <= last) continue
    if (step.version > last + 1) meeting.steps = []
    meeting.steps.push(step)
  }
  meeting.steps.splice(0, meeting.steps.length - KEPT_STEPS)
}

function kept({ steps }: Held, after: number, told: number): AgendaStep[] | null {
  const [first, last] = [steps[0]?.version ?? Infinity, steps.at(-1)?.version ?? -1]
  return first <= after + 1 && last >= told ? steps.slice(after + 1 - first) : null
}
