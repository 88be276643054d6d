import { CAST } from '#db/seeds/cast.ts'
import type { Person } from '../call/people.ts'

/** What is attached and never plays. */
export const NEVER_SHOWN = { attach() {}, detach() {} }

export const SOREN = person(CAST.soren.name)
export const METTE = person(CAST.consultant.name)
export const AMINA = person(CAST.amina.name)
export const THOMAS = person(CAST.thomas.name)
export const CLAIRE = person(`${CAST.claire.name}, ${CAST.claire.company}`)

/** Somebody by name who is seen and heard; no picture plays. */
export function person(name: string): Person {
  return { id: name, name, picture: null, isCameraOn: true, isMicrophoneOn: true, isSpeaking: false, screen: null, sounds: [] }
}
