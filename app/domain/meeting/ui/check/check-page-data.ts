import type { Locale } from '#app/kernel/locale.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { CheckLinks } from '../../room-data.ts'

/** What the check page carries, for its server-rendered beginning and for the island alike. */
export type CheckPageData = {
  locale: Locale
  isHost: boolean
  host: { name: string; phone: string | null }
  links: CheckLinks & { room: string; booking: string | null }
  texts: Pick<Messages['room'], 'check' | 'controls' | 'help' | 'tests'>
}

/** Ids by which the island finds its place and its data in the page. */
export const CHECK_ROOT = 'check-root'
export const CHECK_DATA = 'check-data'
