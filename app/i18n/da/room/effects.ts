export const effects = {
  background: 'Baggrund',
  backgrounds: {
    none: 'Som den er',
    'blur-light': 'Lidt sløret',
    'blur-strong': 'Meget sløret',
    dunes: 'Billede: klitter',
    fjord: 'Billede: fjord',
    dusk: 'Billede: skumring',
  },
  state: {
    loading: 'Henter baggrunden …',
    slow: 'Computeren kunne ikke følge med, så baggrunden er slået fra. Billedet er klart igen.',
    failed: 'Baggrunden virker ikke i denne browser. De andre ser dit rum, som det er.',
  },
  noise: 'Dæmp støj',
  noiseHint: 'Fjerner støj fra blæser og tastatur. Slå det fra, hvis du spiller musik.',
  news: {
    slow: 'Baggrunden er slået fra, fordi computeren ikke kunne følge med.',
    failed: 'Baggrunden virker ikke her. De andre ser dit rum, som det er.',
  },
}
