/**
 * How many hours the clock of this browser's language has; null where its language is no language tag (BCP 47), as on a machine
 * whose locale is "C".
 */
export function browserHours(): '12' | '24' | null {
  try {
    return Intl.DateTimeFormat(navigator.language, { hour: 'numeric' }).resolvedOptions().hour12 ? '12' : '24'
  } catch {
    return null
  }
}
