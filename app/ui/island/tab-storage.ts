/** The browser's storage for this tab, or null where the visitor has switched it off. */
export function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null
  } catch {
    return null
  }
}
