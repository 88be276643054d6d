/** The host's own notes, on the desk and in the room. */
export const hostNotes = {
  title: 'Kun for dig',
  whole: 'Noter til hele mødet',
  gone: 'Fra et punkt, der er fjernet',
  questions: 'Spørgsmål, du vil stille',
  text: 'Noter',
  save: 'Gem noterne',
  faults: {
    stale: 'Noten er ændret et andet sted imens. Den nyeste står over det, du skrev. Ret til, og gem igen.',
    'too-long': 'Det er for langt. Højst 4.000 tegn i hvert felt.',
    'no-such-item': 'Punktet er fjernet imens. Kopiér din tekst, og gem den ved hele mødet.',
    'not-allowed': 'Kun værten har noter her.',
    malformed: 'Det kunne ikke gemmes. Prøv igen.',
  },
  now: 'Nyeste udgave',
  edit: 'Ret noterne',
  cancel: 'Fortryd',
  none: 'Du har ikke skrevet noget til punktet.',
  at: 'Dine noter til',
  loading: 'Henter dine noter …',
  failed: 'Dine noter kunne ikke hentes.',
  again: 'Prøv igen',
  unsent: 'Der er ingen forbindelse. Din tekst står her endnu. Prøv igen om lidt.',
  saved: 'Noterne er gemt.',
}

/** What stands at a point in the panel beyond its title. */
export const points = {
  important: 'Vigtigst for gæsten',
  importantTo: 'Vigtigst for {name}',
  mark: 'Markér som vigtigst',
  unmark: 'Fjern mærket vigtigst',
  asks: '{name} spørger',
  asksConsent: 'Spørg, om mødet må optages',
}
