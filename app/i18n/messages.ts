import type { Locale } from '#app/kernel/locale.ts'
import { after as afterDa } from './da/after/after.ts'
import { agenda as agendaDa } from './da/agenda.ts'
import { prepare as prepareDa } from './da/agenda/prepare.ts'
import { asking as askingDa } from './da/asking.ts'
import { booking as bookingDa } from './da/booking.ts'
import { colleagues as colleaguesDa } from './da/colleagues.ts'
import { common as commonDa } from './da/common.ts'
import { desk as deskDa } from './da/desk.ts'
import { connection as connectionDa } from './da/desk/connection.ts'
import { delivery as deliveryDa } from './da/desk/delivery.ts'
import { replies as repliesDa } from './da/inbox/replies.ts'
import { mail as mailDa } from './da/mail.ts'
import { reservation as reservationDa } from './da/reservation.ts'
import { room as roomDa } from './da/room.ts'
import { rules as rulesDa } from './da/rules.ts'
import { site as siteDa } from './da/site.ts'
import { after as afterEn } from './en/after/after.ts'
import { agenda as agendaEn } from './en/agenda.ts'
import { prepare as prepareEn } from './en/agenda/prepare.ts'
import { asking as askingEn } from './en/asking.ts'
import { booking as bookingEn } from './en/booking.ts'
import { colleagues as colleaguesEn } from './en/colleagues.ts'
import { common as commonEn } from './en/common.ts'
import { desk as deskEn } from './en/desk.ts'
import { connection as connectionEn } from './en/desk/connection.ts'
import { delivery as deliveryEn } from './en/desk/delivery.ts'
import { replies as repliesEn } from './en/inbox/replies.ts'
import { mail as mailEn } from './en/mail.ts'
import { reservation as reservationEn } from './en/reservation.ts'
import { room as roomEn } from './en/room.ts'
import { rules as rulesEn } from './en/rules.ts'
import { site as siteEn } from './en/site.ts'

const da = {
  after: afterDa, agenda: agendaDa,
  asking: askingDa, booking: bookingDa, colleagues: colleaguesDa, common: commonDa, connection: connectionDa,
  delivery: deliveryDa, desk: deskDa, mail: mailDa, prepare: prepareDa, replies: repliesDa, reservation: reservationDa, room: roomDa,
  rules: rulesDa, site: siteDa,
}

export type Messages = typeof da

const en: Messages = {
  after: afterEn, agenda: agendaEn,
  asking: askingEn, booking: bookingEn, colleagues: colleaguesEn, common: commonEn, connection: connectionEn,
  delivery: deliveryEn, desk: deskEn, mail: mailEn, prepare: prepareEn, replies: repliesEn, reservation: reservationEn, room: roomEn,
  rules: rulesEn, site: siteEn,
}

/** All texts in one language. The room gets its own areas only, as data in its page. */
export function messages(locale: Locale): Messages {
  return locale === 'da' ? da : en
}
