import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import { cleanLine, cleanText } from '#app/kernel/text.ts'
import { CHAT_LIMITS } from './chat.ts'

const id = z.string().refine(isId)
const message = z.object({ id, text: z.string().max(4 * CHAT_LIMITS.text).transform(cleanText) })
const file = z.object({ id, name: z.string().max(1_000).transform(fileNameOf).pipe(z.string().min(1)) })

export type MessageRequest = z.infer<typeof message>
export type FileRequest = z.infer<typeof file>

/** Reads a posted message; null for what no browser of ours sends. */
export function parseMessage(body: unknown): MessageRequest | null {
  return message.safeParse(body).data ?? null
}

/** Reads what an address says about the file in the body; null for what no browser of ours sends. */
export function parseFileAddress(query: URLSearchParams): FileRequest | null {
  return file.safeParse({ id: query.get('id'), name: query.get('name') }).data ?? null
}

/** A name without folders and without what a file system or a header can't bear; its ending stays when it is cut. */
export function fileNameOf(given: string): string {
  const name = cleanLine(given).replaceAll(/^.*[/\\]/gu, '').replaceAll(/[<>:"|?*]/gu, '_').replace(/^\.+/u, '')
  const letters = [...name]
  if (letters.length <= CHAT_LIMITS.fileName) return name
  const ending = /\.[^.]{1,5}$/u.exec(name)?.[0] ?? ''
  return letters.slice(0, CHAT_LIMITS.fileName - ending.length).join('') + ending
}
