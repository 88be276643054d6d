import type { mirror as danish } from '../../da/room/mirror.ts'

export const mirror: typeof danish = {
  entry: 'Speaking time',
  title: 'Speaking time',
  onlyYou: 'For you alone',
  share: '{point} you {percent} %',
  tooLittle: '{point} not enough was said yet',
  you: 'You',
  spoken: '{minutes} min {seconds} sec',
  spokenBriefly: '{seconds} sec',
  between: 'Outside of the points',
  none: 'How long each of you speaks, and your part of it, will stand here, point by point.',
  uncounted: '{count} guests are not counted.',
  uncountedOne: 'One guest is not counted.',
  told: '{name} can see how long each of you speaks: seconds only, never sound. Other guests do not see it.',
  countMe: 'Count my speaking time',
  isOn: 'You can turn it off here, and at any time in the meeting.',
  isOff: 'Your speaking time is not counted. What was counted stays.',
  failed: 'It was not saved. Try again.',
}
