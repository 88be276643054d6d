import { lines, type Agendas } from './agendas.ts'

export const welcomeEn = {
  title: 'Welcome', purpose: 'We say hello and agree on what you want to take away from this.', minutes: 3, layout: 'faces',
  questions: lines(
    'What would have to happen in this meeting for you to call the time well spent?',
    'Do we still have the time that we set aside, or is there something right after?',
    'Who besides you notices when sales don’t go as they should?',
  ),
  notes: lines(
    'Say the guest’s aim back in the guest’s own words and write it as a note. Return to it under Next step.',
    'If time has become shorter, ask which item matters most and begin there.',
    'No more than two sentences about yourself. They have read the site.',
  ),
} as const

export const nextStepEn = {
  title: 'Next step', purpose: 'Who does what, and when do we meet again?', minutes: 4, layout: 'faces',
  questions: lines(
    'What do you take away from this?',
    'What would be a natural next step, seen from your chair?',
    'Who has to be there before you can say yes or no?',
    'By when must you have decided, and what happens if you do nothing?',
  ),
  notes: lines(
    'Begin four minutes before the end, even if an item isn’t finished.',
    'Write the step with a name and a date while both of you see it. A step without a date is a wish.',
    'If they say “send something”: ask what they must be able to decide from it, and when you go through it together.',
    'A clear no is a good result. Say thank you and ask whether they may hear from you in six months.',
  ),
} as const

export const agendasEn: Agendas = {
  'more-courses': {
    title: 'More sales training',
    items: [
      welcomeEn,
      {
        title: 'What have you tried already?', purpose: 'Which courses, who took part, and what stuck afterwards?', minutes: 6, layout: 'faces',
        questions: lines(
          'What training have you bought in the last two years, and what made you choose it?',
          'What do your salespeople do differently today because of it?',
          'What happened on the first Monday afterwards?',
          'Who followed up, and how?',
        ),
        notes: lines(
          'Listen for who wants the course: management, the salespeople or HR. It is seldom the one who has the problem.',
          'If nothing stuck, more of the same is hardly the answer. Say so before they buy it.',
        ),
      },
      {
        title: 'Where do you lose sales today?', purpose: 'We find the place where training would show on the bottom line.', minutes: 8, layout: 'both',
        questions: lines(
          'Follow one deal from first contact to order: where do most of them stall?',
          'How many offers do you send, and how many become orders?',
          'When did you last lose one that you should have won? What did the customer say?',
          'What is one per cent better at that place worth in a year?',
        ),
        notes: lines(
          'Do the sum with them, in their numbers. It becomes the yardstick of everything that you propose.',
          'If they don’t know the numbers, that is a finding: propose finding them as a step.',
          'Don’t solve anything here. Two more questions before you answer one.',
        ),
      },
      {
        title: 'What should be different in six months?', purpose: 'One goal that you can measure and your salespeople can see.', minutes: 7, layout: 'faces',
        questions: lines(
          'If it works, what will your customers see that they don’t see today?',
          'Which single number must have moved?',
          'What must the leader do differently every week for it to last?',
          'What has kept you from it until now?',
        ),
        notes: lines(
          'Get the goal written as a decision, with a number and a month.',
          'No leader, no lasting effect. If it goes quiet at the question about the leader, stay there.',
        ),
      },
      nextStepEn,
    ],
  },
  'theory-into-practice': {
    title: 'From theory into practice',
    items: [
      welcomeEn,
      {
        title: 'What can your salespeople do already?', purpose: 'Which techniques have stuck, and which stayed on the course?', minutes: 5, layout: 'faces',
        questions: lines(
          'What can they do when you hear them practise, but not when the customer sits there?',
          'Who of yours does it well already, and what does that person do exactly?',
          'When were you last in a customer meeting?',
        ),
        notes: lines(
          'There is nearly always one who can. Build on that person, not on a textbook.',
          'If the leader doesn’t know, the leader hasn’t been out there. Note it without remarking on it.',
        ),
      },
      {
        title: 'What happens in the real meetings?', purpose: 'We take two meetings from last month and see where habit won.', minutes: 8, layout: 'both',
        questions: lines(
          'Take the latest meeting that went well. What happened in the first five minutes?',
          'Take one that went wrong. Where could you feel it?',
          'How much did the salesperson talk, and how much the customer?',
          'What was agreed at the end, and who wrote it down?',
        ),
        notes: lines(
          'Ask for meetings, not opinions. At “we usually”, ask: which customer, which day?',
          'Compare the two aloud. The difference is mostly one move, and that is the proposal.',
        ),
      },
      {
        title: 'What stands in the way?', purpose: 'Time, courage, tools or follow-up: what must be cleared first?', minutes: 5, layout: 'faces',
        questions: lines(
          'What do the salespeople themselves say when they don’t use what they learned?',
          'What are they measured on, and does it help or work against it?',
          'What happens when somebody tries something new and it fails?',
        ),
        notes: lines(
          'Tell can’t, won’t and mayn’t apart. Only the first is solved by training.',
          'If all points at the leader, say it kindly: “Who follows up today?”, and bear the pause.',
        ),
      },
      {
        title: 'One habit to begin with', purpose: 'We choose one thing that everybody can practise for two weeks.', minutes: 5, layout: 'share',
        questions: lines(
          'Which one thing would move the most if everybody did it every time?',
          'How will you see that it is done?',
          'When in the week do you talk about it, and for how many minutes?',
        ),
        notes: lines(
          'One. Not three. If they want three, let them put them in order, and take the first.',
          'Write it as a decision: who, what, how often.',
        ),
      },
      nextStepEn,
    ],
  },
  'leadership-and-goals': {
    title: 'Leadership, goals and motivation',
    items: [
      welcomeEn,
      {
        title: 'Where are you heading?', purpose: 'This year’s goal in one sentence. Who in the house can say it?', minutes: 6, layout: 'faces',
        questions: lines(
          'What is this year’s goal, said as a salesperson would say it?',
          'How many of them would say the same?',
          'What is the first thing to go when a quarter gets tight?',
          'What does it mean to you personally whether the goal is reached?',
        ),
        notes: lines(
          'If the goal can’t be said in one sentence, that is where the work begins.',
          'The last question matters most. Ask it calmly, and wait.',
        ),
      },
      {
        title: 'Your sales potential', purpose: 'What could you sell to the customers that you already have?', minutes: 7, layout: 'both',
        questions: lines(
          'Which ten customers buy only one of the things that you make?',
          'Which of them have you not talked to for six months?',
          'What would the ten be worth if they bought like your best customer?',
          'Who owns that task today?',
        ),
        notes: lines(
          'Do the sum on the screen: number times value. Round down, so that they believe it.',
          '“We do that already” often means that nobody owns it. Ask for the name.',
        ),
      },
      {
        title: 'What makes your salespeople want to?', purpose: 'What makes them call the next customer, and what takes that away?', minutes: 6, layout: 'faces',
        questions: lines(
          'When did you last see a salesperson go home proud? What had happened?',
          'What do they grumble about that you agree with, really?',
          'If a good one resigned tomorrow, what would the reason be?',
        ),
        notes: lines(
          'Indifferent salespeople are seldom lazy. Listen for the moment at which they were no longer seen.',
          'Pay is named first and is seldom the answer. Ask: “And what else?”',
        ),
      },
      {
        title: 'The leader’s everyday', purpose: 'Follow-up, sparring and the conversations that get put off.', minutes: 4, layout: 'faces',
        questions: lines(
          'How many hours did you spend with salespeople and customers last week?',
          'Which conversation have you put off the longest?',
          'What would you have to stop doing to have time for it?',
        ),
        notes: lines(
          'Don’t ask whether they have time. Ask what they spent it on.',
          'The conversation that was put off is often the best first step, and it costs nothing.',
        ),
      },
      nextStepEn,
    ],
  },
  'something-else': {
    title: 'Something else entirely',
    items: [
      welcomeEn,
      {
        title: 'Tell it from the beginning', purpose: 'What happens, whom does it touch, and why does it matter now?', minutes: 8, layout: 'faces',
        questions: lines(
          'When did it begin?',
          'Tell me about the last time it happened: who said what?',
          'What have you tried yourselves, and what came of it?',
          'Why did you write just now?',
        ),
        notes: lines(
          'Read aloud what they wrote when booking and ask whether it is still right.',
          'Don’t interrupt the first three minutes. Write down their words, not yours.',
        ),
      },
      {
        title: 'What lies beneath?', purpose: 'The first answer is seldom the last, so we ask on together.', minutes: 7, layout: 'faces',
        questions: lines(
          'If it were solved tomorrow, what would be the next problem?',
          'Who gains from things being as they are?',
          'What would your salespeople answer if I asked them?',
          'What does it cost you, in money or in sleep?',
        ),
        notes: lines(
          'Ask “what else?” three times, calmly.',
          'If the need is nothing that you can solve, say so and name somebody who can. That is remembered.',
        ),
      },
      {
        title: 'What does it look like when it is solved?', purpose: 'So concrete that you will know it when you are there.', minutes: 6, layout: 'faces',
        questions: lines(
          'Describe an ordinary Tuesday when it works.',
          'What is the least that would have to happen for you to feel that it goes the right way?',
          'Who has to be in on it for it to last?',
        ),
        notes: lines(
          'Write the picture as a decision: “It is solved when …”.',
          'The smallest sign is mostly the best next step.',
        ),
      },
      nextStepEn,
    ],
  },
}
