/** The time zone of this browser, as an IANA name; null when it names none. */
export function browserZone(): string | null {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? null
}
