type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'defaultPrevented'>

/** document: the focus is in the document. page: nothing has it. elsewhere: the keys belong to something else. */
export type KeyPlace = 'document' | 'page' | 'elsewhere'

/** The page that a press of a key leads to, or null. A key that is held down turns once: each turn is everybody's. */
export function pageOfKey({ key, ...pressed }: Pressed, place: KeyPlace, { page, pages }: { page: number; pages: number }): number | null {
  if (place === 'elsewhere' || pressed.repeat || pressed.defaultPrevented) return null
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.shiftKey) return null
  const wanted = wantedPage(key, { page, pages, isInside: place === 'document' })
  return wanted !== null && wanted >= 1 && wanted <= pages && wanted !== page ? wanted : null
}

function wantedPage(key: string, { page, pages, isInside }: { page: number; pages: number; isInside: boolean }): number | null {
  if (key === 'ArrowRight' || (isInside && key === 'PageDown')) return page + 1
  if (key === 'ArrowLeft' || (isInside && key === 'PageUp')) return page - 1
  if (isInside && key === 'Home') return 1
  return isInside && key === 'End' ? pages : null
}

/** @param target what has the focus. A field keeps its arrows. */
export function keyPlaceOf(target: Element | null): KeyPlace {
  if (target === null || target.matches('body, .room-main')) return 'page'
  return target.closest('[data-person="document"]') && !target.matches('input') ? 'document' : 'elsewhere'
}
