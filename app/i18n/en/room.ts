import { atDoor } from './room/at-door.ts'
import { warmDoor } from './room/door.ts'
import { document } from './room/document.ts'
import { effects } from './room/effects.ts'
import { inCall } from './room/in-call.ts'
import { stageView } from './room/stage-view.ts'
import { line } from './room/line.ts'
import { mirror } from './room/mirror.ts'
import { nextMeeting } from './after/next-meeting.ts'
import { ownDevices } from './room/own-devices.ts'
import { recording } from './room/recording.ts'
import { talk } from './room/talk.ts'
import { tests } from './room/tests.ts'

export const room = {
  title: '{title} · the meeting',
  time: '{from}–{to}',
  host: 'Your host',
  guestTitle: 'Meeting with {name}',
  agenda: 'Agenda',
  minutes: '{minutes} min',
  loading: 'Getting ready …',
  ...atDoor,
  warmDoor,
  ...ownDevices,
  ...inCall,
  document,
  effects,
  mirror,
  recording,
  ...stageView,
  ...line,
  nextMeeting,
  talk,
  tests,
  summary: {
    title: 'Summary',
    metaTitle: 'Summary · {title}',
    held: 'The meeting with {name}',
    decisions: 'Decisions',
    nextSteps: 'Next steps',
    notes: 'Notes',
    parked: 'Parked questions',
    times: 'Time per point',
    point: 'Point',
    planned: 'Planned',
    used: 'Used',
    total: 'In all',
    noDecisions: 'No decisions were written.',
    noNextSteps: 'No next steps were written.',
    owner: 'Who: {owner}',
    due: 'By {date}',
    notHeld: 'The meeting has not ended yet. The summary grows as you write.',
    toRoom: 'To the meeting',
    wroteIt: 'written by {name}',
    seconds: 'under 1 min',
  },
}
