export const common = {
  productName: 'Fremmøde',
  skipToContent: 'Spring til indholdet',
  language: 'Sprog',
  danish: 'Dansk',
  english: 'English',
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
