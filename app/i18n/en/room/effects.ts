import type { effects as danish } from '../../da/room/effects.ts'

export const effects: typeof danish = {
  background: 'Background',
  backgrounds: {
    none: 'As it is',
    'blur-light': 'A little blurred',
    'blur-strong': 'Very blurred',
    dunes: 'Picture: dunes',
    fjord: 'Picture: fjord',
    dusk: 'Picture: dusk',
  },
  state: {
    loading: 'Loading the background …',
    slow: 'The computer could not keep up, so the background is switched off. The picture is clear again.',
    failed: 'The background does not work in this browser. The others see your room as it is.',
  },
  noise: 'Reduce noise',
  noiseHint: 'Takes out fans and typing. Switch it off if you play music.',
  news: {
    slow: 'The background is switched off because the computer could not keep up.',
    failed: 'The background does not work here. The others see your room as it is.',
  },
}
