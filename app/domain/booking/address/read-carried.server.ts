import { redirectOrigins } from '#app/platform/env.server.ts'
import { readCarried, type Carried } from './carried.ts'

/** What the page's address hands on. */
export function carriedByUrl(url: URL): Carried {
  return readCarried(url.searchParams, redirectOrigins())
}

/** What a form of ours hands on in its hidden field. */
export function carriedByForm(form: FormData): Carried {
  const text = form.get('carried')
  return typeof text === 'string' ? readCarried(new URLSearchParams(text), redirectOrigins()) : {}
}
