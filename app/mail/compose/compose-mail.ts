import { composeAgendaChanged } from './agenda/compose-agenda-changed.ts'
import { composeStep } from './after/compose-step.ts'
import { composeAsked } from './asking/compose-asked.ts'
import { composeUnmet } from './asking/compose-unmet.ts'
import { composePeople } from './colleagues/compose-people.ts'
import { composeRemoval } from './colleagues/compose-removal.ts'
import { composeCancellation } from './compose-cancellation.ts'
import { composeInvitation } from './compose-invitation.ts'
import { composeSummary } from './compose-summary.ts'
import { composeUpdate } from './compose-update.ts'
import { composeCounter, composeCounterDeclined } from './replies/compose-counter.ts'
import { composeCalendarNo, composeUnproven } from './replies/compose-reply.ts'
import type { ComposedMail, MailInput } from './mail-input.ts'
import { composeDoorCode } from './turn-up/compose-door-code.ts'
import { composeMissing } from './turn-up/compose-missing.ts'
import { composeReminder } from './turn-up/compose-reminder.ts'
import { composeWaiting } from './turn-up/compose-waiting.ts'

/** The mail in the recipient's language, zone and part in the meeting. Pure: the same input gives the same mail. */
export function composeMail(input: MailInput): ComposedMail {
  switch (input.facts.kind) {
    case 'invitation': return composeInvitation(input)
    case 'update': return composeUpdate(input)
    case 'cancellation': return composeCancellation(input)
    case 'summary': return composeSummary(input)
    case 'asked': return composeAsked(input)
    case 'refused':
    case 'lapsed':
    case 'withdrawn': return composeUnmet(input)
    case 'people': return composePeople(input)
    case 'removal': return composeRemoval(input)
    case 'unproven': return composeUnproven(input)
    case 'calendar-no': return composeCalendarNo(input)
    case 'counter': return composeCounter(input)
    case 'counter-declined': return composeCounterDeclined(input)
    case 'reminder': return composeReminder(input)
    case 'missing': return composeMissing(input)
    case 'waiting': return composeWaiting(input)
    case 'door-code': return composeDoorCode(input)
    case 'agenda-changed': return composeAgendaChanged(input)
    case 'step-due': return composeStep(input)
  }
}
