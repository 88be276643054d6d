import { useEffect, useState } from 'react'
import type { Person } from '../../call/people.ts'

/** While the line is broken those who were there keep their places, without picture, so that nothing jumps twice. */
export function useKeptPeople(people: Person[], isBroken: boolean): Person[] {
  const [known, setKnown] = useState(people)
  useEffect(() => {
    if (!isBroken) setKnown(people)
  }, [people, isBroken])
  if (!isBroken) return people
  return known.map((person) => people.find(({ id }) => id === person.id) ?? withoutMedia(person))
}

function withoutMedia(person: Person): Person {
  return { ...person, picture: null, screen: null, sounds: [], isSpeaking: false }
}
