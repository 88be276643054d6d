/** What each rule says about an instant. The texts follow a time of day, so they begin in lower case. */
export const slots = {
  hosts: { refused: 'der er ingen konsulent at mødes med' },
  range: {
    met: 'inden for det tidsrum, der er spurgt om',
    refused: 'uden for det tidsrum, der er spurgt om: {times}',
  },
  notice: {
    met: 'varslet på {notice} er overholdt',
    refused: 'for tæt på: med et varsel på {notice} er det tidligste {time}',
    never: 'for tæt på: der er ikke nok arbejdstid før til et varsel på {notice}',
    elapsed: '{notice}',
    working: '{notice} arbejdstid',
    past: 'tidspunktet er passeret',
    ahead: 'tidspunktet er ikke passeret',
  },
  horizon: {
    met: 'ikke for langt fremme: den sidste dag er {day}',
    refused: 'for langt fremme: den sidste dag er {day}',
    none: 'der er ingen sidste dag',
  },
  hours: {
    met: 'inden for arbejdstiden',
    refused: 'uden for arbejdstiden: den dag er den {windows}',
    override: 'uden for dagens særlige arbejdstid: {windows}',
    closed: 'der er ingen arbejdstid den dag',
    closedByOverride: 'dagen er lukket',
    holiday: 'lukket: {name}',
    timeOff: 'fri',
    notedTimeOff: 'fri: {note}',
    tooLate: 'mødet ville slutte efter arbejdstiden, der slutter {time}',
  },
  grid: {
    met: 'en af starttiderne, som ligger med {step} imellem',
    between: 'ikke en af starttiderne: de nærmeste er {previous} og {next}',
    after: 'ikke en af starttiderne: den sidste er {previous}',
  },
  cap: {
    type: {
      day: { met: '{count} af højst {max} af disse møder den dag', refused: 'der er allerede {count} af højst {max} af disse møder den dag' },
      week: { met: '{count} af højst {max} af disse møder den uge', refused: 'der er allerede {count} af højst {max} af disse møder den uge' },
    },
    host: {
      day: { met: '{count} af højst {max} møder i alt den dag', refused: 'der er allerede {count} af højst {max} møder i alt den dag' },
      week: { met: '{count} af højst {max} møder i alt den uge', refused: 'der er allerede {count} af højst {max} møder i alt den uge' },
    },
    company: {
      day: {
        met: 'virksomheden har {count} af højst {max} af disse møder den dag',
        refused: 'virksomheden har allerede {count} af højst {max} af disse møder den dag',
      },
      week: {
        met: 'virksomheden har {count} af højst {max} af disse møder den uge',
        refused: 'virksomheden har allerede {count} af højst {max} af disse møder den uge',
      },
    },
  },
  holidays: {
    'new-years-day': 'nytårsdag', 'maundy-thursday': 'skærtorsdag', 'good-friday': 'langfredag', 'easter-sunday': 'påskedag',
    'easter-monday': '2. påskedag', 'great-prayer-day': 'store bededag', 'ascension-day': 'Kristi himmelfartsdag',
    'whit-sunday': 'pinsedag', 'whit-monday': '2. pinsedag', 'constitution-day': 'grundlovsdag', 'christmas-eve': 'juleaftensdag',
    'christmas-day': 'juledag', 'second-christmas-day': '2. juledag', 'new-years-eve': 'nytårsaftensdag',
  },
  busy: {
    met: 'intet spærret, og intet i vejen i andre kalendere',
    refused: 'optaget {times} i en anden kalender',
    own: 'spærret {times}',
    titled: ' ({title})',
  },
  booking: {
    met: 'intet møde i vejen',
    refused: 'optaget af et møde {times}',
    reserved: 'ved at blive booket {times}',
    before: ' og {before} før det',
    after: ' og {after} efter det',
    around: ', {before} før og {after} efter det',
  },
  ownBuffer: {
    before: '; det nye møde skal have {buffer} fri før sig',
    after: '; det nye møde skal have {buffer} fri efter sig',
  },
  duration: {
    minute: '{count} minut', minutes: '{count} minutter', hour: '{count} time', hours: '{count} timer',
    day: '{count} døgn', days: '{count} døgn', second: '{count} sekund', seconds: '{count} sekunder', and: '{larger} og {smaller}',
  },
  dayAndClock: '{day} kl. {clock}',
  span: '{start}–{end}',
  longSpan: '{start} – {end}',
}
