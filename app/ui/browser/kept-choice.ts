/** Remembers in this browser what a visitor chose. One that refuses its storage forgets it. */
export function keepChoice(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Then the address of the page remembers alone.
  }
}

/** What was chosen before; null when it is not known. */
export function keptChoice(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
