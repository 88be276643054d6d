/** HTML that is safe to put into HTML. Only `html` makes it. */
export type Markup = { readonly markup: string }

type Piece = string | number | Markup | null | readonly Piece[]

/** A template that escapes every value put into it, unless the value is markup itself. Line breaks become `<br>`. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Markup {
  return { markup: strings.map((fixed, index) => fixed + (index < values.length ? write(values[index] ?? null) : '')).join('') }
}

function write(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'object') return 'markup' in piece ? piece.markup : piece.map(write).join('')
  return String(piece).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\r\n|\r|\n/g, '<br>')
}
