import type { site as danish } from '../da/site.ts'

export const site: typeof danish = {
  title: 'Hold professional online meetings',
  description: 'Sell more in less time with customer meetings online. Book a first meeting, answer one question, and arrive with an agenda that fits you.',
  lede: 'Sell more in less time. A good customer meeting online is short, prepared and ends with an agreement. You will feel it in the first one that you hold here.',
  host: 'You will meet {name}',
  times: {
    title: 'Next free times',
    about: '{title}, {minutes} minutes',
    zone: 'Danish time',
    otherZone: 'Time in {city}',
    more: 'See all times',
    none: 'There are no free times right now. More will come, so look in again in a few days.',
    notYet: 'The calendar is not open yet. Soon you can find a time here.',
  },
  question: {
    title: 'Is it really more courses you need?',
    text: 'Sometimes the answer is yes. Sometimes the salespeople know it all in theory and do something else with the customer. And now and then it is not about technique at all, but about leadership, goals and motivation. So we don’t begin with a presentation. We begin with your answer.',
    answers: ['More sales courses', 'From theory into practice', 'Leadership and goals', 'Something else entirely'],
  },
  steps: {
    title: 'How it goes',
    list: [
      { title: 'You answer one question', text: 'What do you need the most? You choose when you book. It takes a minute.' },
      { title: 'Your answer becomes an agenda', text: 'It is there at once. You can add points of your own before the meeting.' },
      { title: 'We meet in the browser', text: 'Video and agenda side by side. There is nothing to install and no account to make.' },
      { title: 'We end with decisions', text: 'What was agreed, who does what, and when do we meet again? It is in your mail when the meeting ends.' },
    ],
  },
  types: { title: 'Choose your meeting', minutes: '{minutes} minutes', book: 'Find a time' },
}
