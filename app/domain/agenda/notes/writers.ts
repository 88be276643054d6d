/**
 * By seat, the client ids of Yjs under which it has written. Each load of a page takes one by chance, and each text that
 * comes from a page without a script.
 */
export type NoteWriters = Record<string, number[]>

/**
 * The writers after a seat has written under these ids. Null when one of them is another seat's: what that seat is about to
 * write would count as known, and be dropped without a word.
 */
export function claimClients(writers: NoteWriters, seatId: string, clients: readonly number[]): NoteWriters | null {
  const { [seatId]: own = [], ...others } = writers
  if (Object.values(others).some((taken) => clients.some((client) => taken.includes(client)))) return null
  const added = clients.filter((client) => !own.includes(client))
  return added.length === 0 ? writers : { ...writers, [seatId]: [...own, ...added] }
}
