import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { Stall } from './stall.ts'

type StallTexts = Messages['room']['stall']

/** A stall in one sentence: whose line it is, and whose is well. `others` are the names of those in the room. */
export function wordsOfStall({ why, person }: Stall, others: readonly string[], texts: StallTexts): string {
  const [only] = others
  const isPair = others.length === 1 && only !== undefined
  switch (why) {
    case 'my-line': return texts.myLine
    case 'my-upload': return isPair ? fill(texts.myUploadPair, { name: only }) : texts.myUpload
    case 'server': return texts.server
    case 'their-line': return fill(texts.theirLine, { name: person?.name ?? '' })
    case 'their-picture': return fill(texts.theirPicture, { name: person?.name ?? '' })
    case 'their-download': return fill(texts.theirDownload, { name: person?.name ?? '' })
  }
}

/** What stands on somebody's tile, or on the own one (`id` null). */
export function wordsOnTile(stalls: readonly Stall[], id: string | null, texts: StallTexts): string | null {
  const found = stalls.find(({ person }) => (person?.id ?? null) === id)
  if (!found || found.why === 'server') return null
  if (found.why === 'my-upload' || found.why === 'my-line') return texts.ownTile
  return found.why === 'their-download' ? texts.deafTile : texts.stillTile
}
