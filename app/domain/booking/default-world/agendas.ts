import type { TemplateItem } from '#app/domain/agenda/template.ts'
import type { Diagnosis } from '../diagnosis.ts'

export type Agendas = Record<Diagnosis, { title: string; items: TemplateItem[] }>

/** Lines of one text, as a form would send them. */
export function lines(...texts: string[]): string {
  return texts.join('\n')
}
