import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { CHAT_LIMITS } from '../../../../meeting/chat/chat.ts'
import type { ChatFailure } from '../../../../meeting/ui/chat/chat-state.ts'
import { postMessage } from '../../../../meeting/ui/chat/post-message.ts'
import { openDocument, type DocumentFault } from '../fetch-document.ts'

export type ChooseFault = DocumentFault | ChatFailure

type Links = { chat: string; files: string }

/** Opens a file here first, so that one that can't be shown is sent to nobody; then hands it over as a message. */
export async function handOverDocument(links: Links, file: File): Promise<Result<{ documentId: string; pages: number }, ChooseFault>> {
  if (file.size > CHAT_LIMITS.fileBytes) return refuse('too-large')
  const opened = await openDocument(await file.arrayBuffer())
  if (opened.fault) return refuse(opened.fault)
  const { pages } = opened.pdf
  opened.pdf.close()
  const id = newId()
  const failure = await postMessage(links, { id, text: '', file, failure: null, isAnswered: false })
  return failure ? refuse(failure) : ok({ documentId: id, pages })
}
