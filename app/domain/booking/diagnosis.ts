/** The closing question: what does the prospect need? The answer picks the agenda of the meeting. */
export const DIAGNOSES = ['more-courses', 'theory-into-practice', 'leadership-and-goals', 'something-else'] as const

export type Diagnosis = (typeof DIAGNOSES)[number]

export function isDiagnosis(text: unknown): text is Diagnosis {
  return DIAGNOSES.some((diagnosis) => diagnosis === text)
}
