export const site = {
  title: 'Hold professionelle online møder',
  description: 'Sælg mere på kortere tid med kundemøder online. Book et første møde, svar på ét spørgsmål, og kom med en dagsorden, der passer til dig.',
  lede: 'Sælg mere på kortere tid. Et godt kundemøde online er kort, forberedt og ender med en aftale. Det mærker du i det første, du holder her.',
  host: 'Du møder {name}',
  times: {
    title: 'Næste ledige tider',
    about: '{title}, {minutes} minutter',
    zone: 'Dansk tid',
    otherZone: 'Tid i {city}',
    more: 'Se alle tider',
    none: 'Der er ingen ledige tider lige nu. Der kommer flere, så kig forbi igen om et par dage.',
    notYet: 'Kalenderen er ikke åben endnu. Snart kan du finde en tid her.',
  },
  question: {
    title: 'Er det virkelig flere kurser, I mangler?',
    text: 'Nogle gange er svaret ja. Andre gange kan sælgerne det hele i teorien og gør noget andet hos kunden. Og indimellem handler det slet ikke om teknik, men om ledelse, mål og lyst. Derfor begynder vi ikke med en præsentation. Vi begynder med dit svar.',
    answers: ['Flere kurser i salg', 'Fra teori til praksis', 'Ledelse og mål', 'Noget helt andet'],
  },
  steps: {
    title: 'Sådan foregår det',
    list: [
      { title: 'Du svarer på ét spørgsmål', text: 'Hvad har I mest brug for? Du vælger, når du booker. Det tager et minut.' },
      { title: 'Dit svar bliver til en dagsorden', text: 'Den er der med det samme. Du kan sætte dine egne punkter på inden mødet.' },
      { title: 'Vi mødes i browseren', text: 'Video og dagsorden side om side. Der er ikke noget at installere og ingen konto at oprette.' },
      { title: 'Vi slutter med beslutninger', text: 'Hvad blev aftalt, hvem gør hvad, og hvornår ses vi igen? Du har det på mail, når mødet slutter.' },
    ],
  },
  types: { title: 'Vælg dit møde', minutes: '{minutes} minutter', book: 'Find en tid' },
}
