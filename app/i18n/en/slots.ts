import type { slots as danish } from '../da/slots.ts'

/** What each rule says about an instant. The texts follow a time of day, so they begin in lower case. */
export const slots: typeof danish = {
  hosts: { refused: 'there is no consultant to meet' },
  range: {
    met: 'within the period that was asked for',
    refused: 'outside the period that was asked for: {times}',
  },
  notice: {
    met: 'the notice of {notice} is kept',
    refused: 'too soon: with {notice} of notice the earliest is {time}',
    past: 'the time has passed',
    ahead: 'the time has not passed',
  },
  horizon: {
    met: 'not too far ahead: the last day is {day}',
    refused: 'too far ahead: the last day is {day}',
    none: 'there is no last day',
  },
  hours: {
    met: 'within the working hours',
    refused: 'outside the working hours, which are {windows} that day',
    override: 'outside the special hours of that day: {windows}',
    closed: 'there are no working hours that day',
    closedByOverride: 'the day is closed',
    tooLate: 'the meeting would end after the working hours, which end at {time}',
  },
  grid: {
    met: 'one of the starting times, which are {step} apart',
    between: 'not one of the starting times: the nearest are {previous} and {next}',
    after: 'not one of the starting times: the last is {previous}',
  },
  cap: {
    day: { met: '{count} of at most {max} of these meetings that day', refused: 'there are already {count} of at most {max} of these meetings that day' },
    week: { met: '{count} of at most {max} of these meetings that week', refused: 'there are already {count} of at most {max} of these meetings that week' },
  },
  busy: {
    met: 'nothing in the way in other calendars',
    refused: 'busy {times} in another calendar',
  },
  booking: {
    met: 'no meeting in the way',
    refused: 'taken by a meeting {times}',
    reserved: 'being booked {times}',
    before: ' and {before} before it',
    after: ' and {after} after it',
    around: ', {before} before and {after} after it',
  },
  ownBuffer: {
    before: '; the new meeting needs {buffer} free before it',
    after: '; the new meeting needs {buffer} free after it',
  },
  duration: {
    minute: '{count} minute', minutes: '{count} minutes', hour: '{count} hour', hours: '{count} hours',
    day: '{count} day', days: '{count} days', second: '{count} second', seconds: '{count} seconds', and: '{larger} and {smaller}',
  },
  dayAndClock: '{day} at {clock}',
  span: '{start}-{end}',
  longSpan: '{start} - {end}',
  and: ' and ',
}
