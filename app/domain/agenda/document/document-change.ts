import { isId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { cleanLine } from '#app/kernel/text.ts'
import type { Agenda } from '../agenda.ts'
import type { ChangeOf, ChangeRefusal } from '../change.ts'
import { DOCUMENT_LIMITS } from './shown-document.ts'

type Changed = Result<Agenda, ChangeRefusal>

/** Puts a document before everybody, in place of another one. Whether the meeting has it, only the server knows. */
export function showDocument(agenda: Agenda, { documentId, name, page, pages }: ChangeOf<'document-show'>): Changed {
  if (!isId(documentId)) return refuse('no-such-document')
  const title = cleanLine(name)
  if (!title) return refuse('empty-text')
  if (title.length > DOCUMENT_LIMITS.name) return refuse('too-long')
  if (!isWithin(pages, DOCUMENT_LIMITS.pages) || !isWithin(page, pages)) return refuse('bad-page')
  return ok({ ...leave(agenda), document: { documentId, name: title, page, pages } })
}

/** A turn that was meant for a document which is shown no longer turns nothing. */
export function turnPage(agenda: Agenda, { documentId, page }: ChangeOf<'document-page'>): Changed {
  const { document } = agenda
  if (document?.documentId !== documentId) return refuse('no-such-document')
  return isWithin(page, document.pages) ? ok({ ...agenda, document: { ...document, page } }) : refuse('bad-page')
}

export function hideDocument(agenda: Agenda): Changed {
  return ok(agenda.document ? { ...leave(agenda), document: null } : agenda)
}

/** Where it was is kept, so that it can be taken up there. */
function leave(agenda: Agenda): Agenda {
  const { document, leftAt } = agenda
  return document ? { ...agenda, leftAt: { ...leftAt, [document.documentId]: document.page } } : agenda
}

function isWithin(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most
}
