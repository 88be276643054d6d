import type { Messages } from '../messages.ts'

export const asking: Messages['asking'] = {
  times: 'Each request is read before the meeting is agreed on. {host} answers within {hours} hours, and the time is yours meanwhile.',
  details: {
    note: '{host} says yes or no. You get an answer by mail within {hours} hours, and the time is yours meanwhile.',
    submit: 'Ask for the meeting',
  },
  booked: {
    asked: { title: 'You have asked for a meeting', text: '{host} answers by {deadline}. The time is yours meanwhile, and the answer goes to {email}.' },
    refused: { title: 'Not that time after all', text: '{host} could not meet at that time. We have sent the next free times to {email}.' },
    lapsed: { title: 'You got no answer in time', text: '{host} did not get to answer, so the time is free again. We are sorry. We have sent the next free times to {email}.' },
    withdrawn: { title: 'Your request is withdrawn', text: 'We have told {host} and sent a confirmation to {email}.' },
    word: '{host} writes',
    again: 'See free times',
    change: { move: 'Ask for another time', cancel: 'Withdraw the request', sure: 'Are you sure? {host} is told, and the time is free for others.', yes: 'Yes, withdraw it' },
  },
  desk: {
    refused: 'Declined',
    lapsed: 'Not answered',
    title: 'Waits for your answer',
    by: 'Answer by {deadline} ({distance})',
    answer: 'Answer {name}',
    decide: {
      title: 'Does the meeting suit you?',
      text: 'The time is taken until you answer. Without an answer by {deadline} it is free again, and {name} gets the next free times.',
      approve: 'Yes, the meeting is agreed on',
      refuse: 'Say no',
      word: 'A few words to {name}',
      wordHint: 'They go with the mail, beside the next three free times.',
      optional: '(optional)',
      yes: 'Yes, send a no',
    },
    refusedText: 'You said no. The time is free again, and the guest has got the next free times by mail.',
    lapsedText: 'No answer came in time. The time is free again, and the guest has got the next free times by mail.',
    withdrawnText: 'The guest withdrew the request, or the meeting was called off.',
    yourWord: 'You wrote',
    refusals: {
      approved: 'The meeting was agreed on already. You can call it off at the end of this page.',
      refused: 'You have already said no to this meeting.',
      lapsed: 'The deadline has passed, so the time is free again. Write to the guest if you would like to meet.',
      withdrawn: 'The meeting was called off or withdrawn meanwhile, so there is nothing to answer.',
      'slot-taken': 'Another meeting has the time.',
    },
  },
  mail: {
    foot: { guest: 'You get this mail because a meeting with {host} was asked for in your name.', host: 'You get this mail because you were asked for a meeting.' },
    next: 'The next free times',
    nextText: 'Here are the next free times. A click shows the time. It becomes yours when you choose it on the page.',
    noNext: 'There are no free times right now, but new ones come up all the time.',
    all: 'See all free times',
    word: '{host} writes',
    asked: {
      guest: {
        subject: 'Asked for: meeting with {host} {moment}',
        title: 'We have asked {host}',
        intro: 'Hello {name}. You have asked {host} for a meeting. You get an answer by {deadline}, and the time is yours meanwhile.',
        manage: 'See the request, ask for another time, or withdraw it',
        note: 'The invitation to your calendar comes when {host} has said yes.',
        moved: { subject: 'Asked for a new time: meeting with {host} {moment}', title: 'We have asked for the new time' },
      },
      host: {
        subject: 'Answer by {deadline}: {guest} asks for {moment}',
        title: 'Does the meeting suit you?',
        intro: '{guest} asks for “{title}”. Answer by {deadline}. After that the time is free again.',
        action: 'Answer the request',
        moved: { subject: 'New time, answer by {deadline}: {guest} asks for {moment}', title: 'Does the new time suit you?' },
      },
    },
    refused: {
      subject: 'Not that time: meeting with {host}',
      title: 'Not that time after all',
      intro: 'Hello {name}. Thank you for asking. {host} can’t meet at that time, unfortunately.',
    },
    lapsed: {
      guest: {
        subject: 'No answer in time: meeting with {host}',
        title: 'You got no answer in time',
        intro: 'Hello {name}. {host} did not get to answer your request, so the time is free again. We are sorry.',
      },
      host: {
        subject: 'Not answered in time: {guest} {moment}',
        title: 'The deadline has passed',
        intro: 'The request from {guest} was not answered in time. The time is free again, and the guest has got the next free times. Do write if you still want to meet.',
        action: 'See the request',
      },
    },
    withdrawn: {
      guest: { subject: 'Withdrawn: meeting with {host} {moment}', title: 'The request is withdrawn', intro: 'Hello {name}. Your request to {host} is withdrawn, and the time is free again.' },
      host: { subject: 'Withdrawn {moment}: {guest}', title: 'The request is withdrawn', intro: '{guest} has withdrawn the request. The time is free again.', action: 'See the meeting at your desk' },
    },
  },
}
