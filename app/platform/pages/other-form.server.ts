/** What a loader gives beside its page when a program asked for another form of it. */
export type OtherForm = { mediaType: string; text: string }

/**
 * The form that is asked for (RFC 9110 §12.5.1); null for the page itself, which is what every browser gets.
 * A program that wants a form of its own names it and does not name HTML.
 */
export function writeOtherForm(request: Request, writers: Record<string, () => string>): OtherForm | null {
  const named = (request.headers.get('Accept') ?? '').toLowerCase().split(',').map((range) => range.split(';')[0]?.trim())
  if (named.includes('text/html')) return null
  const found = Object.entries(writers).find(([mediaType]) => named.includes(mediaType))
  return found ? { mediaType: found[0], text: found[1]() } : null
}

/** The other form among all that the loaders of a page gave. */
export function findOtherForm(loaderData: Record<string, unknown>): OtherForm | null {
  return Object.values(loaderData).map(otherFormIn).find((form) => form !== null) ?? null
}

function otherFormIn(loaded: unknown): OtherForm | null {
  if (typeof loaded !== 'object' || loaded === null || !('otherForm' in loaded)) return null
  const { otherForm } = loaded
  return isOtherForm(otherForm) ? otherForm : null
}

function isOtherForm(form: unknown): form is OtherForm {
  return typeof form === 'object' && form !== null && 'mediaType' in form && 'text' in form
}
