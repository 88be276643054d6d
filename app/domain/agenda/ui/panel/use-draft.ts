import { useState } from 'react'
import { tabStorage } from '#app/ui/island/tab-storage.ts'

type Draft = Record<string, string | boolean>

/** What is being typed, kept for this tab and this page until it is cleared: a reload or a crash of the page loses nothing. */
export function useDraft<Typed extends Draft>(name: string, blank: Typed): [Typed, (draft: Typed) => void, () => void] {
  const key = `fremmode.draft.${globalThis.location?.pathname ?? ''}.${name}`
  const [draft, setDraft] = useState(() => restoreDraft(blank, readKept(key)))

  function write(next: Typed) {
    setDraft(next)
    keep(key, JSON.stringify(next))
  }
  function clear() {
    setDraft(blank)
    keep(key, null)
  }
  return [draft, write, clear]
}

/** The kept draft, as far as it still has the shape of the blank one. */
export function restoreDraft<Typed extends Draft>(blank: Typed, kept: string | null): Typed {
  try {
    const parsed: unknown = JSON.parse(kept ?? 'null')
    if (typeof parsed !== 'object' || parsed === null) return blank
    const usable = Object.entries(parsed).filter(([name, value]) => name in blank && typeof value === typeof blank[name])
    return { ...blank, ...Object.fromEntries(usable) }
  } catch {
    return blank
  }
}

function readKept(key: string): string | null {
  try {
    return tabStorage()?.getItem(key) ?? null
  } catch {
    return null
  }
}

function keep(key: string, text: string | null): void {
  try {
    if (text === null) tabStorage()?.removeItem(key)
    else tabStorage()?.setItem(key, text)
  } catch {
    // A full or forbidden storage leaves it in this page, where it still stands in its field.
  }
}
