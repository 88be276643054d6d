import type { CaptionLine } from '../stage/captions/caption-lines.ts'
import { NOT_SAVING } from '../stage/saving/saving.ts'
import { AMINA, CLAIRE, METTE, NEVER_SHOWN, person, SOREN, THOMAS } from './cast.ts'
import type { StillGiven } from './call-still.ts'

const FIVE = [SOREN, AMINA, { ...THOMAS, isSpeaking: true }, CLAIRE, person('Bo Krogh')]

const SAID: CaptionLine[] = [
  { id: '1', name: SOREN.name, text: 'Vi er seks i salg og to i support.' },
  { id: '2', name: AMINA.name, text: 'Og vi vil gerne begynde inden jul, hvis det kan lade sig gøre.' },
]

const JABRA = { id: 'jabra', label: 'Jabra Evolve2 65' }

/** The pictures in each arrangement, and what can be said about them. */
export const STAGE_STILLS: Record<string, StillGiven> = {
  'speaker': { view: { people: [SOREN, AMINA, { ...THOMAS, isSpeaking: true }] }, stage: { layout: 'speaker' } },
  'six': { view: { people: FIVE }, shown: null },
  'six-with-agenda': { view: { people: FIVE } },
  'six-speaker': { view: { people: FIVE }, stage: { layout: 'speaker' } },
  'six-screen': { view: { people: [{ ...SOREN, screen: NEVER_SHOWN }, ...FIVE.slice(1)] } },
  'side-by-side': { view: { people: [SOREN] }, stage: { layout: 'side-by-side' } },
  'side-by-side-screen': { view: { people: [{ ...SOREN, screen: NEVER_SHOWN }, AMINA] }, stage: { layout: 'side-by-side' } },
  'pinned': { role: 'guest', view: { people: [METTE, AMINA] }, stage: { pinned: { kind: 'person', id: METTE.id } } },
  'self-hidden': { view: { people: [SOREN] }, stage: { isSelfHidden: true } },
  'layout-open': { view: { people: [SOREN] }, dialog: 'layout' },
  'shortcuts-open': { view: { people: [SOREN] }, dialog: 'shortcuts' },
  'saving-open': { view: { people: [SOREN] }, dialog: 'saving' },
  'take-share': { view: { people: [{ ...SOREN, screen: NEVER_SHOWN }] }, dialog: 'take-share' },
  'device-changed': { view: { people: [SOREN] }, stage: { deviceNews: { what: 'using', kind: 'microphone', label: JABRA.label, other: { id: 'mac', label: 'MacBook' } } } },
  'device-plugged-in': { view: { people: [SOREN] }, stage: { deviceNews: { what: 'plugged-in', kind: 'microphone', label: JABRA.label, other: JABRA } } },
  'saving-by-itself': { view: { people: [SOREN, AMINA] }, stage: { saving: { ...NOT_SAVING, level: 'less', isByItself: true } } },
  'sound-only': { role: 'guest', view: { people: [METTE] }, stage: { saving: { ...NOT_SAVING, level: 'sound' } } },
  'long-stall': {
    isTroubleLong: true,
    view: { people: [SOREN], stalls: [{ why: 'their-line', person: SOREN }], numbers: [{ name: SOREN.name, phone: '+45 28 55 12 90' }] },
  },
  'long-stall-guest': { role: 'guest', isTroubleLong: true, view: { people: [METTE], stalls: [{ why: 'my-line', person: null }] } },
  'captions': { view: { people: [{ ...SOREN, isSpeaking: true }, AMINA] }, captions: SAID },
}
