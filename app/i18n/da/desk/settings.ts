/** What is set up once and seldom changed: a line on each page of it. */
export const settings = {
  title: 'Indstillinger',
  calendar: 'Få dine møder ind i din egen kalender.',
  types: 'Hvad andre kan booke hos dig, hvor længe, og med hvilket varsel.',
  templates: 'Hvad der står på dagsordenen, når nogen booker.',
  mail: 'Hvad der skal stå i DNS, så dine invitationer når frem.',
  person: 'Find, udlevér eller slet det, der er gemt om en person.',
  connection: 'Se, om lyd og billede kan nå mødeserveren.',
}
