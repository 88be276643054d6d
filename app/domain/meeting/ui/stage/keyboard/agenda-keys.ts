/** What keys do with the agenda; the agenda itself belongs to who draws the room. Null where it is another's to do. */
export type AgendaKeys = {
  nextItem: (() => void) | null
  timer: (() => void) | null
  write(what: 'notes' | 'decision' | 'next-step'): void
}
