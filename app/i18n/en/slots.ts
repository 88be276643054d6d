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
    refused: 'too soon: with a notice of {notice} the earliest is {time}',
    never: 'too soon: there is not enough working time before it for a notice of {notice}',
    elapsed: '{notice}',
    working: '{notice} of working time',
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
    holiday: 'closed: {name}',
    timeOff: 'time off',
    notedTimeOff: 'time off: {note}',
    tooLate: 'the meeting would end after the working hours, which end at {time}',
  },
  grid: {
    met: 'one of the starting times, which are {step} apart',
    between: 'not one of the starting times: the nearest are {previous} and {next}',
    after: 'not one of the starting times: the last is {previous}',
  },
  cap: {
    type: {
      day: { met: '{count} of at most {max} of these meetings that day', refused: 'there are already {count} of at most {max} of these meetings that day' },
      week: { met: '{count} of at most {max} of these meetings that week', refused: 'there are already {count} of at most {max} of these meetings that week' },
    },
    host: {
      day: { met: '{count} of at most {max} meetings in all that day', refused: 'there are already {count} of at most {max} meetings in all that day' },
      week: { met: '{count} of at most {max} meetings in all that week', refused: 'there are already {count} of at most {max} meetings in all that week' },
    },
    company: {
      day: {
        met: 'the company has {count} of at most {max} of these meetings that day',
        refused: 'the company already has {count} of at most {max} of these meetings that day',
      },
      week: {
        met: 'the company has {count} of at most {max} of these meetings that week',
        refused: 'the company already has {count} of at most {max} of these meetings that week',
      },
    },
  },
  holidays: {
    'new-years-day': 'New Year\'s Day', 'maundy-thursday': 'Maundy Thursday', 'good-friday': 'Good Friday', 'easter-sunday': 'Easter Sunday',
    'easter-monday': 'Easter Monday', 'great-prayer-day': 'Great Prayer Day', 'ascension-day': 'Ascension Day',
    'whit-sunday': 'Whit Sunday', 'whit-monday': 'Whit Monday', 'constitution-day': 'Constitution Day', 'christmas-eve': 'Christmas Eve',
    'christmas-day': 'Christmas Day', 'second-christmas-day': 'Boxing Day', 'new-years-eve': 'New Year\'s Eve',
  },
  busy: {
    met: 'nothing blocked, and nothing in the way in other calendars',
    refused: 'busy {times} in another calendar',
    own: 'blocked {times}',
    titled: ' ({title})',
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
  span: '{start}–{end}',
  longSpan: '{start} – {end}',
}
