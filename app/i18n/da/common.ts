export const common = {
  productName: 'Fremmøde',
  skipToContent: 'Spring til indholdet',
  language: 'Sprog',
  danish: 'Dansk',
  english: 'English',
  /** As they are named in a sentence here, not by those who speak them. */
  languages: { da: 'dansk', en: 'engelsk' },
  copy: 'Kopiér',
  copied: 'Kopieret',
  /** Where a zone's own name is not what people here call the place. */
  places: {
    'Europe/Copenhagen': 'København', 'Atlantic/Faroe': 'Færøerne', 'Atlantic/Faeroe': 'Færøerne', 'America/Nuuk': 'Nuuk',
    'America/Godthab': 'Nuuk', 'Atlantic/Reykjavik': 'Reykjavik', 'Atlantic/Azores': 'Azorerne',
    'Atlantic/Canary': 'De Kanariske Øer', 'Europe/Lisbon': 'Lissabon', 'Europe/Rome': 'Rom', 'Europe/Vienna': 'Wien',
    'Europe/Prague': 'Prag', 'Europe/Warsaw': 'Warszawa', 'Europe/Athens': 'Athen', 'Europe/Brussels': 'Bruxelles',
    'Europe/Zurich': 'Zürich', 'Europe/Bucharest': 'Bukarest', 'Europe/Belgrade': 'Beograd', 'Europe/Moscow': 'Moskva',
    'Europe/Kyiv': 'Kyiv', 'Europe/Kiev': 'Kyiv', 'Africa/Cairo': 'Kairo', 'Asia/Calcutta': 'Kolkata',
    'Asia/Saigon': 'Ho Chi Minh-byen', 'Asia/Ho_Chi_Minh': 'Ho Chi Minh-byen', 'America/Sao_Paulo': 'São Paulo',
  },
  fault: {
    title: 'Noget gik galt hos os',
    text: 'Prøv igen om lidt. Det, du skrev, kan du hente frem med tilbage-knappen.',
    notFoundTitle: 'Siden findes ikke',
    notFoundText: 'Linket er måske forkert eller udløbet. Brug linket i den nyeste mail, eller begynd på forsiden.',
    forbiddenTitle: 'Du har ikke adgang her',
    forbiddenText: 'Brug dit eget link fra mailen. Linket åbner kun i den browser, du klikkede det i.',
    goneTitle: 'Linket gælder ikke længere',
    tooManyTitle: 'Lidt for mange forsøg',
    tooManyText: 'Vent lidt, og prøv igen.',
    toFrontPage: 'Til forsiden',
  },
}
