import { createPart, preload } from '#app/ui/island/use-part.ts'

/** What a press opens in the panel: fetched after the first picture, or with that press. */
export const PARTS = {
  itemForm: createPart(() => import('../items/item-form.tsx')),
  itemMenu: createPart(() => import('../items/item-menu.tsx')),
  entryEditor: createPart(() => import('../entries/entry-editor.tsx')),
  entryForm: createPart(() => import('../entries/entry-form.tsx')),
  pollForm: createPart(() => import('../../polls/poll-form.tsx')),
  documents: createPart(() => import('../documents/documents-part.tsx')),
}

export function preloadParts(): void {
  for (const part of Object.values(PARTS)) void preload(part as Parameters<typeof preload>[0])
}
