import type { Diagnosis } from './diagnosis.ts'

type Agendas = Record<Diagnosis, { title: string; items: { title: string; purpose: string; minutes: number }[] }>

const welcomeDa = {
  title: 'Velkommen', purpose: 'Vi siger goddag og bliver enige om, hvad du gerne vil have med herfra.', minutes: 3,
}
const nextStepDa = { title: 'Næste skridt', purpose: 'Hvem gør hvad, og hvornår ses vi igen?', minutes: 4 }

export const agendasDa: Agendas = {
  'more-courses': {
    title: 'Mere salgstræning',
    items: [
      welcomeDa,
      { title: 'Hvad har I allerede prøvet?', purpose: 'Hvilke kurser, hvem var med, og hvad hang ved bagefter?', minutes: 6 },
      { title: 'Hvor mister I salg i dag?', purpose: 'Vi finder det sted, hvor træning vil kunne mærkes på bundlinjen.', minutes: 8 },
      { title: 'Hvad skal være anderledes om et halvt år?', purpose: 'Ét mål, som I kan måle, og som sælgerne selv kan se.', minutes: 7 },
      nextStepDa,
    ],
  },
  'theory-into-practice': {
    title: 'Fra teori til praksis',
    items: [
      welcomeDa,
      { title: 'Hvad kan jeres sælgere allerede?', purpose: 'Hvilke teknikker sidder fast, og hvilke blev på kurset?', minutes: 5 },
      { title: 'Hvad sker der i de rigtige kundemøder?', purpose: 'Vi tager to møder fra den seneste måned og ser, hvor vanen vandt.', minutes: 8 },
      { title: 'Hvad står i vejen?', purpose: 'Tid, mod, værktøjer eller opfølgning: hvad skal ryddes først?', minutes: 5 },
      { title: 'Én vane at begynde med', purpose: 'Vi vælger én ting, som alle kan øve de næste fjorten dage.', minutes: 5 },
      nextStepDa,
    ],
  },
  'leadership-and-goals': {
    title: 'Ledelse, mål og motivation',
    items: [
      welcomeDa,
      { title: 'Hvor er I på vej hen?', purpose: 'Årets mål i én sætning. Hvem i huset kan sige den?', minutes: 6 },
      { title: 'Jeres salgspotentiale', purpose: 'Hvad kunne I sælge til de kunder, I allerede har?', minutes: 7 },
      { title: 'Hvad giver jeres sælgere lyst?', purpose: 'Hvad får dem til at ringe til den næste, og hvad tager lysten fra dem?', minutes: 6 },
      { title: 'Lederens hverdag', purpose: 'Opfølgning, sparring og de samtaler, der bliver udskudt.', minutes: 4 },
      nextStepDa,
    ],
  },
  'something-else': {
    title: 'Noget helt andet',
    items: [
      welcomeDa,
      { title: 'Fortæl det forfra', purpose: 'Hvad sker der, hvem går det ud over, og hvorfor er det vigtigt nu?', minutes: 8 },
      { title: 'Hvad ligger der under?', purpose: 'Det første svar er sjældent det sidste, så vi spørger videre sammen.', minutes: 7 },
      { title: 'Hvordan ser det ud, når det er løst?', purpose: 'Så konkret, at du kan genkende det, når du er der.', minutes: 6 },
      nextStepDa,
    ],
  },
}

const welcomeEn = { title: 'Welcome', purpose: 'We say hello and agree on what you want to take away from this.', minutes: 3 }
const nextStepEn = { title: 'Next step', purpose: 'Who does what, and when do we meet again?', minutes: 4 }

export const agendasEn: Agendas = {
  'more-courses': {
    title: 'More sales training',
    items: [
      welcomeEn,
      { title: 'What have you tried already?', purpose: 'Which courses, who took part, and what stuck afterwards?', minutes: 6 },
      { title: 'Where do you lose sales today?', purpose: 'We find the place where training would show on the bottom line.', minutes: 8 },
      { title: 'What should be different in six months?', purpose: 'One goal that you can measure and your salespeople can see.', minutes: 7 },
      nextStepEn,
    ],
  },
  'theory-into-practice': {
    title: 'From theory into practice',
    items: [
      welcomeEn,
      { title: 'What can your salespeople do already?', purpose: 'Which techniques have stuck, and which stayed on the course?', minutes: 5 },
      { title: 'What happens in the real meetings?', purpose: 'We take two meetings from last month and see where habit won.', minutes: 8 },
      { title: 'What stands in the way?', purpose: 'Time, courage, tools or follow-up: what must be cleared first?', minutes: 5 },
      { title: 'One habit to begin with', purpose: 'We choose one thing that everybody can practise for two weeks.', minutes: 5 },
      nextStepEn,
    ],
  },
  'leadership-and-goals': {
    title: 'Leadership, goals and motivation',
    items: [
      welcomeEn,
      { title: 'Where are you heading?', purpose: 'This year’s goal in one sentence. Who in the house can say it?', minutes: 6 },
      { title: 'Your sales potential', purpose: 'What could you sell to the customers that you already have?', minutes: 7 },
      { title: 'What makes your salespeople want to?', purpose: 'What makes them call the next customer, and what takes that away?', minutes: 6 },
      { title: 'The leader’s everyday', purpose: 'Follow-up, sparring and the conversations that get put off.', minutes: 4 },
      nextStepEn,
    ],
  },
  'something-else': {
    title: 'Something else entirely',
    items: [
      welcomeEn,
      { title: 'Tell it from the beginning', purpose: 'What happens, whom does it touch, and why does it matter now?', minutes: 8 },
      { title: 'What lies beneath?', purpose: 'The first answer is seldom the last, so we ask on together.', minutes: 7 },
      { title: 'What does it look like when it is solved?', purpose: 'So concrete that you will know it when you are there.', minutes: 6 },
      nextStepEn,
    ],
  },
}
