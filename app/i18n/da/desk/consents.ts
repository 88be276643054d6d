export const consents = {
  title: 'Samtykke til optagelse',
  yes: 'Sagde ja {at}',
  no: 'Sagde nej {at}',
  open: 'Spurgt {at}, svarede ikke',
  withdrawn: 'Sagde ja {at}, trak det tilbage {withdrawnAt}',
  wording: 'Spørgsmålets ordlyd: udgave {version}',
  settingsTitle: 'Optagelse af møder',
  settings: 'Serveren optager aldrig: når alle i rummet har sagt ja, kan du optage i din egen browser, og filen bliver kun gemt hos dig.',
}
