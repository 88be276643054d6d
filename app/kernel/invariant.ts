/**
 * Says what must be true at this point.
 * @throws {Error} with the message when it is not: a fault of ours, never of a visitor.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}
