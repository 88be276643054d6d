import type { reservation as danish } from '../da/reservation.ts'

export const reservation: typeof danish = {
  mine: {
    title: '{moment} is yours until {until}',
    note: 'yours now',
    goOn: 'Continue with this time',
    leave: 'Give the time up',
  },
  held: {
    until: 'The time is yours until {until}.',
    leave: 'Choose another time',
    lapsed: 'The time is no longer reserved. If it is still free when you press the button, the meeting is yours.',
    loose: 'The time is not reserved. It goes to whoever books first.',
    lapsing: 'There are two minutes left of your time.',
    lapsingKeep: 'There are two minutes left of your time. You can keep it at the end of the page.',
  },
  keep: {
    text: 'Need a moment more? The time is yours until {until}.',
    submit: 'Keep it for {minutes} more minutes',
  },
  barred: {
    title: '{moment} is being booked by somebody else right now',
    note: 'being booked',
    nearest: 'Or choose one of those nearest to it.',
  },
  watch: {
    text: 'It may be free again in a moment. We can write to you if it is.',
    email: 'Your email',
    hint: 'We write once, and delete the address afterwards.',
    submit: 'Let me know',
    kept: 'We will write to you if {moment} becomes free. It is not reserved for you: it goes to whoever books first.',
    lure: 'Leave this field empty',
    faults: {
      emailBroken: 'Check the email address. It should look like name@company.com',
      tooManyWatched: 'This address is waiting for several times already. Choose a free time, or wait until one of them is settled.',
    },
  },
  earlier: {
    title: 'Would you like to meet sooner?',
    text: 'We write to you if an earlier time with {host} becomes free, once a day at most. You keep the time you have until you move it yourself.',
    start: 'Tell me of earlier times',
    waiting: 'We write to you if an earlier time becomes free. It is not reserved: it goes to whoever takes it first.',
    stop: 'Don’t tell me any more',
    free: 'The time is free: {moment}',
    take: 'Move the meeting here',
    gone: 'The time {moment} is taken, sorry',
    goneText: 'Your meeting stands as it did. Here are the times that lie nearest.',
    mail: {
      subject: 'Earlier time with {host}: {moment}',
      titleOne: 'An earlier time has become free',
      titleMany: 'Earlier times have become free',
      one: 'You asked to be told if you could meet {host} sooner. This time is free now:',
      many: 'You asked to be told if you could meet {host} sooner. These times are free now:',
      first: 'We have reserved nothing. The time goes to whoever takes it first, and until then you keep the one you have.',
      now: 'Your time now',
      stop: 'See your meeting, or turn word of earlier times off',
      reason: 'You get this mail because you asked to be told of earlier times. We write once a day at most.',
    },
  },
  problems: {
    'address-full': {
      title: 'Several times are reserved from your network already',
      text: 'Book the ones you have chosen, or give them up. A reservation lasts {minutes} minutes, so try again in a moment. You can also go on without reserving.',
    },
    'day-full': {
      title: 'Many are booking on {day}',
      text: 'Half of that day’s times are reserved right now, and we keep the rest open. You can go on without reserving. The time then goes to whoever books first.',
    },
    'too-many': {
      title: 'A few too many tries',
      text: 'Many times have been chosen from here. Try again in {minutes} min., or go on without reserving.',
    },
    otherDays: 'Or choose another day.',
    goOn: 'Continue without a reservation',
  },
}
