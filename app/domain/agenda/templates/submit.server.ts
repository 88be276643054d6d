import { and, eq } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { agendaTemplate } from '#db/schema.server.ts'
import { AGENDA_LIMITS } from '../agenda.ts'
import { saveTemplate } from '../commands.server.ts'
import { keepHostDocument, listHostDocuments } from '../prepare/files.server.ts'
import { sentFileOf } from '../prepare/prepared-file.ts'
import type { AgendaTemplate } from '../queries.server.ts'
import { FOR_ALL } from '../template.ts'
import { changeItems, ownName, readTemplate, readTypedTemplate, type TemplateFault, type TypedTemplate } from './template-input.ts'

/** More points than anybody types are not read, so that drawing them again is no way to keep the server busy. */
const MOST_READ = 4 * AGENDA_LIMITS.items

type TemplateAnswer = { typed: TypedTemplate; faults: TemplateFault[]; isSaved: boolean }

/**
 * Does what the button of the form asks. Whichever it is, documents that were chosen are kept first: a browser does not
 * send a chosen file twice.
 * @throws {Response} 413 for more points than a form of ours has.
 */
export async function submitTemplate(template: AgendaTemplate, form: FormData, now: number): Promise<TemplateAnswer> {
  if (form.getAll('itemTitle').length > MOST_READ) throw new Response(null, { status: 413 })
  const { typed, faults } = await takeDocuments(template.hostId, form, now)
  const intent = String(form.get('intent') ?? 'save')
  if (intent !== 'save') return { typed: { ...typed, items: changeItems(typed.items, intent) }, faults, isSaved: false }
  const read = readTemplate(typed)
  if (!read.isGood || faults.length > 0) return { typed, faults: [...faults, ...(read.isGood ? [] : read.faults)], isSaved: false }
  const { hostId, diagnosis, locale } = template
  await saveTemplate({ hostId, diagnosis, locale, title: read.title, items: read.items }, now)
  return { typed, faults: [], isSaved: true }
}

/** Takes the one agenda for all answers away; the others hold again. Those can't be taken away. */
export async function deleteTemplateForAll({ id }: AgendaTemplate): Promise<void> {
  await db().delete(agendaTemplate).where(and(eq(agendaTemplate.id, id), eq(agendaTemplate.diagnosis, FOR_ALL)))
}

/** Keeps what was chosen, and lets go of documents that are not this host's. */
async function takeDocuments(hostId: string, form: FormData, now: number): Promise<Omit<TemplateAnswer, 'isSaved'>> {
  const typed = readTypedTemplate(form)
  const [own, keys] = [await listHostDocuments(hostId), form.getAll('key')]
  const faults: TemplateFault[] = []
  const items = []
  for (const [index, item] of typed.items.entries()) {
    const sent = sentFileOf(form.get(ownName('document', String(keys[index] ?? ''))))
    const kept = sent && await keepHostDocument(hostId, sent, now)
    if (kept && !kept.ok) faults.push({ fault: 'document', item: index })
    const documentId = kept?.ok ? kept.value : (item.documentId ?? '')
    items.push({ ...item, documentId: kept?.ok || own.has(documentId) ? documentId : '' })
  }
  return { typed: { ...typed, items }, faults }
}
