export const reservation = {
  mine: {
    title: '{moment} er din til kl. {until}',
    note: 'din nu',
    goOn: 'Fortsæt med den tid',
    leave: 'Giv tiden fri',
  },
  held: {
    until: 'Tiden er din til kl. {until}.',
    leave: 'Vælg en anden tid',
    lapsed: 'Tiden er ikke reserveret længere. Er den stadig ledig, når du trykker, så er mødet dit.',
    loose: 'Tiden er ikke reserveret. Den går til den, der booker først.',
    lapsing: 'Der er to minutter tilbage af din tid.',
    lapsingKeep: 'Der er to minutter tilbage af din tid. Du kan beholde den nederst på siden.',
  },
  keep: {
    text: 'Mangler du et øjeblik? Tiden er din til kl. {until}.',
    submit: 'Behold den {minutes} minutter mere',
  },
  barred: {
    title: 'Tiden {moment} er ved at blive booket af en anden',
    note: 'bookes nu',
    nearest: 'Eller vælg en af dem, der ligger tættest på.',
  },
  watch: {
    text: 'Måske bliver den ledig igen om lidt. Vi kan skrive til dig, hvis det sker.',
    email: 'Din mail',
    hint: 'Vi skriver én gang og sletter adressen bagefter.',
    submit: 'Giv mig besked',
    kept: 'Vi skriver til dig, hvis {moment} bliver ledig. Den er ikke reserveret til dig: den går til den, der booker først.',
    lure: 'Lad dette felt stå tomt',
    faults: {
      emailBroken: 'Se mailadressen efter. Den skal ligne navn@firma.dk',
      tooManyWatched: 'Den adresse venter allerede på flere tider. Vælg en ledig tid, eller vent til en af dem er afgjort.',
    },
  },
  problems: {
    'address-full': {
      title: 'Der er allerede reserveret flere tider fra jeres netværk',
      text: 'Book dem, I har valgt, eller giv dem fri. En reservation varer {minutes} minutter, så prøv igen om lidt. Du kan også gå videre uden at reservere.',
    },
    'day-full': {
      title: 'Mange er ved at booke {day}',
      text: 'Halvdelen af dagens tider er reserveret lige nu, og resten holder vi åbne. Du kan gå videre uden at reservere. Så går tiden til den, der booker først.',
    },
    'too-many': {
      title: 'Lidt for mange forsøg',
      text: 'Der er valgt mange tider herfra. Prøv igen om {minutes} min., eller gå videre uden at reservere.',
    },
    otherDays: 'Eller vælg en anden dag.',
    goOn: 'Fortsæt uden reservation',
  },
}
