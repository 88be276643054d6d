/**
 * Answers many who ask the same at once by few questions. Whoever asks while a question is under way shares the next
 * one, so nobody gets an answer that is older than what they asked.
 */
export function shareNext<Answer>(ask: (about: string) => Promise<Answer>): (about: string) => Promise<Answer> {
  const underWay = new Map<string, Promise<Answer>>()
  const next = new Map<string, Promise<Answer>>()

  function start(about: string): Promise<Answer> {
    const answer = ask(about).finally(() => underWay.delete(about))
    underWay.set(about, answer)
    return answer
  }
  return (about) => {
    const running = underWay.get(about)
    if (!running) return start(about)
    const shared = next.get(about) ?? running.then(() => null, () => null).then(() => {
      next.delete(about)
      return start(about)
    })
    next.set(about, shared)
    return shared
  }
}
