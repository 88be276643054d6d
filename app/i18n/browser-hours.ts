/** How many hours the clock of this browser's language has. */
export function browserHours(): '12' | '24' {
  return Intl.DateTimeFormat(navigator.language, { hour: 'numeric' }).resolvedOptions().hour12 ? '12' : '24'
}
