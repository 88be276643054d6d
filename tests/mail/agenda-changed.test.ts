import { expect, test } from 'vitest'
import type { AgendaNews } from '#app/domain/agenda/change.ts'
import { composeMail } from '#app/mail/compose/compose-mail.ts'
import { mailInput } from './mail-facts.ts'

const SOREN = 'Søren Kjær'

function toHost(changed: AgendaNews[]) {
  const input = mailInput({ kind: 'agenda-changed', role: 'host' })
  return composeMail({ ...input, facts: { ...input.facts, version: { ...input.facts.version, changed } } })
}

test('the host reads in the subject who changed the agenda and where they come from; of one guest that is said once', () => {
  const mail = toHost([{ kind: 'added', title: 'Vores nye CRM', by: SOREN }])
  expect(mail.subject).toBe('Søren Kjær, Nordlys Værktøj A/S har ændret dagsordenen')
  expect(mail.text).not.toContain(`Nyt punkt · ${SOREN}`)
})

test('of several guests each line says whose it is', () => {
  const mail = toHost([{ kind: 'added', title: 'Vores nye CRM', by: SOREN }, { kind: 'important', title: 'Velkommen', by: 'Ida Holm' }])
  expect(mail.subject).toBe('Søren Kjær og Ida Holm, Nordlys Værktøj A/S har ændret dagsordenen')
  for (const part of [mail.text, mail.html]) {
    for (const words of [`Nyt punkt · ${SOREN}`, 'Markeret som vigtigst · Ida Holm']) expect(part).toContain(words)
  }
})
