import { newId } from '#app/kernel/ids.ts'
import { ok, refuse } from '#app/kernel/result.ts'
import { CHAT_LIMITS } from '../../../../meeting/chat/chat.ts'
import { postMessage } from '../../../../meeting/ui/chat/post-message.ts'
import { openDocument } from '../fetch-document.ts'
import type { Found } from './use-opening.ts'

type Links = { chat: string; files: string }

/** Opens a file here first, so that one that can't be shown is sent to nobody; then hands it over as a message. */
export async function handOverDocument(links: Links, file: File, signal: AbortSignal): Promise<Found> {
  if (file.size > CHAT_LIMITS.fileBytes) return refuse('too-large')
  const { pdf, fault } = await openDocument(await file.arrayBuffer())
  if (fault) return refuse(fault)
  const documentId = newId()
  const failure = await postMessage(links, { id: documentId, text: '', file, failure: null, isAnswered: false }, signal)
  if (failure === null) return ok({ documentId, pdf })
  pdf.close()
  return refuse(failure)
}
