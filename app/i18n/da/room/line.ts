export const line = {
  stall: {
    myLine: 'Din forbindelse er faldet ud. Vi henter den igen.',
    myUpload: 'Din forbindelse sender ikke lige nu. De andres er i orden.',
    myUploadPair: 'Din forbindelse sender ikke lige nu. {name} har forbindelse.',
    server: 'Videoen er faldet ud for alle. Det er ikke din forbindelse.',
    theirLine: 'Forbindelsen hos {name} er faldet ud. Din er i orden.',
    theirPicture: 'Billedet fra {name} står stille. Lyden kommer igennem.',
    theirDownload: '{name} kan ikke se og høre dig lige nu. Din forbindelse er i orden.',
    stillTile: 'Står stille',
    ownTile: 'Når ikke frem',
    deafTile: 'Ser og hører dig ikke',
    goesOn: 'Dagsordenen virker stadig, og vi bliver ved.',
    ring: 'Ring til {name}: {phone}',
    write: 'Skriv til hinanden',
  },
}
