import type { TemplateItem } from '#app/domain/agenda/template.ts'
import type { Language } from '#app/kernel/locale.ts'
import { agendasDa, nextStepDa, welcomeDa } from './da.ts'
import { agendasEn, nextStepEn, welcomeEn } from './en.ts'
import { DIAGNOSES } from '../diagnosis.ts'

const PARTS = {
  da: { agendas: agendasDa, welcome: welcomeDa, nextStep: nextStepDa },
  en: { agendas: agendasEn, welcome: welcomeEn, nextStep: nextStepEn },
}

/** One agenda for every answer to begin with: what is between the welcome and the next step is for one answer only. */
export function agendaForAll(language: Language): TemplateItem[] {
  const { agendas, welcome, nextStep } = PARTS[language]
  const between = DIAGNOSES.flatMap((answer) => (
    agendas[answer].items.slice(1, -1).map((item) => ({ ...item, answers: [answer] }))
  ))
  return [welcome, ...between, nextStep]
}
