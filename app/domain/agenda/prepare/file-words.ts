import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'

/** Whose a prepared file is; `point` is the title of the one that it is the document of, where that is known. */
export type FileOrigin = { addedBy: { name: string } | null; point?: string | null }

/** `Fra Søren`, `Hører til ”Prisen”`. */
export function sayOrigin({ addedBy, point }: FileOrigin, texts: Messages['agenda']['files']): string {
  if (addedBy) return fill(texts.by, { name: addedBy.name })
  return point ? fill(texts.ofPoint, { point }) : texts.withTemplate
}
