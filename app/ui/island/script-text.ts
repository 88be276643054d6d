/** JSON in which no text of anybody's can end the script element: HTML knows an end tag only by its `<`. */
export function scriptText(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
