/** What each rule says about an instant. The texts follow a time of day, so they begin in lower case. */
export const slots = {
  hosts: { refused: 'der er ingen konsulent at mødes med' },
  range: {
    met: 'inden for det tidsrum, der er spurgt om',
    refused: 'uden for det tidsrum, der er spurgt om: {times}',
  },
  notice: {
    met: 'varslet på {notice} er overholdt',
    refused: 'for tæt på: med {notice} varsel er det tidligste {time}',
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
    tooLate: 'mødet ville slutte efter arbejdstiden, der slutter {time}',
  },
  grid: {
    met: 'en af starttiderne, som ligger med {step} imellem',
    between: 'ikke en af starttiderne: de nærmeste er {previous} og {next}',
    after: 'ikke en af starttiderne: den sidste er {previous}',
  },
  cap: {
    day: { met: '{count} af højst {max} af disse møder den dag', refused: 'der er allerede {count} af højst {max} af disse møder den dag' },
    week: { met: '{count} af højst {max} af disse møder den uge', refused: 'der er allerede {count} af højst {max} af disse møder den uge' },
  },
  busy: {
    met: 'intet i vejen i andre kalendere',
    refused: 'optaget {times} i en anden kalender',
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
  span: '{start}-{end}',
  longSpan: '{start} - {end}',
  and: ' og ',
}
