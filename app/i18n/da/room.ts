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
  title: '{title} · mødet',
  time: 'kl.\u00a0{from}–{to}',
  host: 'Din vært',
  guestTitle: 'Møde med {name}',
  agenda: 'Dagsorden',
  minutes: '{minutes} min.',
  loading: 'Gør klar …',
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
    title: 'Opsummering',
    metaTitle: 'Opsummering · {title}',
    held: 'Mødet med {name}',
    decisions: 'Beslutninger',
    nextSteps: 'Næste skridt',
    notes: 'Noter',
    parked: 'Parkerede spørgsmål',
    times: 'Tid pr. punkt',
    point: 'Punkt',
    planned: 'Planlagt',
    used: 'Brugt',
    total: 'I alt',
    noDecisions: 'Der blev ikke skrevet nogen beslutninger.',
    noNextSteps: 'Der blev ikke skrevet nogen næste skridt.',
    owner: 'Hvem: {owner}',
    due: 'Senest {date}',
    notHeld: 'Mødet er ikke slut endnu. Opsummeringen bliver til, mens I skriver.',
    toRoom: 'Til mødet',
    wroteIt: 'skrevet af {name}',
    seconds: 'under 1 min.',
  },
}
