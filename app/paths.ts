import { TWELVE_HOURS, type Locale } from './kernel/locale.ts'

const PREFIX: Record<Locale, string> = { da: '', en: '/en', [TWELVE_HOURS]: '/en-12h' }

/** Every link of the product is built here. English pages stand under /en, and under /en-12h with a clock of twelve hours. */
function localized(locale: Locale, path: string): string {
  return PREFIX[locale] + (path === '/' && locale !== 'da' ? '' : path)
}

/** Where the page of free times says what became of the time that somebody came for. */
export const MARKED_TIME = 'time'

/** What the first address said that is handed on from page to page. */
type Carried = Record<string, string | undefined>

/** The address of the same public page in a language. */
export function inLanguage(locale: Locale, pathname: string): string {
  return localized(locale, pathname.replace(/^\/en(-12h)?(?=\/|$)/, '') || '/')
}

export const paths = {
  front: (locale: Locale, query: Carried & { zone?: string } = {}) => localized(locale, '/') + search(query),
  /**
   * The free times of a meeting type; `at` is an ISO instant to mark, `zone` the visitor's zone, `from` the first date
   * shown, `watching` that a mail was asked for, `month` such as `2026-12` shows a month, and `day` a date in it.
   */
  book: (
    locale: Locale, type: string,
    query: Carried & { at?: string; zone?: string; from?: string; watching?: string; month?: string; day?: string } = {},
  ) => localized(locale, `/book/${type}`) + search(query) + (query.at ? `#${MARKED_TIME}` : ''),
  /** Rules for fetching public pages ahead, as the header `Speculation-Rules` names them. */
  speculationRules: () => '/speculation-rules',
  bookDetails: (locale: Locale, type: string, query: Carried & { start?: string; zone?: string } = {}) =>
    localized(locale, `/book/${type}/details`) + search(query),

  /** Times of one's own where none fits; `sent` are the instants that were proposed, apart by commas. */
  propose: (locale: Locale, type: string, query: Carried & { zone?: string; sent?: string } = {}) =>
    localized(locale, `/book/${type}/propose`) + search(query),

  /** Personal links as they stand in mails; each is exchanged for a cookie and leaves the address bar at once. */
  bookingLink: (seatId: string, key: string, query: { at?: string; to?: 'coming' | 'move' } = {}) => `/b/${seatId}/${key}${search(query)}`,
  roomLink: (seatId: string, key: string, query: { to?: 'check' | 'summary' | 'next' } = {}) => `/j/${seatId}/${key}${search(query)}`,

  oneOffLink: (id: string, key: string) => `/o/${id}/${key}`,
  oneOff: (id: string, query: { zone?: string } = {}) => `/o/${id}${search(query)}`,
  /** What a booking that waits is confirmed by, as it stands in the mail. */
  confirmLink: (locale: Locale, id: string, key: string) => localized(locale, `/confirm/${id}/${key}`),

  /** Where an answer that came in somebody's name is made theirs, as it stands in the mail. */
  answerLink: (locale: Locale, id: string, key: string) => localized(locale, `/answer/${id}/${key}`),

  booking: (seatId: string) => `/booking/${seatId}`,
  bookingMove: (seatId: string, query: { zone?: string; from?: string; at?: string } = {}) => `/booking/${seatId}/move${search(query)}`,
  /** Where a guest says whether they come. */
  bookingComing: (seatId: string) => `/booking/${seatId}/coming`,
  /** A colleague's own page. */
  bookingInvited: (seatId: string) => `/booking/${seatId}/invited`,
  /** No more mails about times that free; the second is for readers of mail, which post to it (RFC 8058). */
  stopNews: (locale: Locale, id: string, key: string) => localized(locale, `/stop/${id}/${key}`),
  stopNewsHook: (id: string, key: string) => `/hooks/stop/${id}/${key}`,
  declined: (locale: Locale) => localized(locale, '/declined'),
  /** Where a guest adds files to the prepared agenda. */
  bookingFiles: (seatId: string) => `/booking/${seatId}/files`,
  bookingFile: (seatId: string, fileId: string) => `/booking/${seatId}/files/${fileId}`,
  bookingCalendar: (seatId: string) => `/booking/${seatId}/calendar.ics`,

  room: (seatId: string) => `/room/${seatId}`,
  roomToken: (seatId: string) => `/room/${seatId}/token`,
  roomDoor: (seatId: string) => `/room/${seatId}/door`,
  roomTimes: (seatId: string) => `/room/${seatId}/times`,
  roomAgenda: (seatId: string) => `/room/${seatId}/agenda`,
  roomNotes: (seatId: string) => `/room/${seatId}/notes`,
  /** What the host alone has prepared. */
  roomHostNotes: (seatId: string) => `/room/${seatId}/host-notes`,
  /** The files that were prepared; each is read at its id below it. */
  roomPrepared: (seatId: string) => `/room/${seatId}/prepared`,
  roomConsent: (seatId: string) => `/room/${seatId}/consent`,
  roomLine: (seatId: string) => `/room/${seatId}/line`,
  roomFeed: (seatId: string) => `/room/${seatId}/feed`,
  /** Where somebody checks devices and network in good time, and what that page asks. */
  roomCheck: (seatId: string) => `/room/${seatId}/check`,
  roomCheckFound: (seatId: string) => `/room/${seatId}/check/found`,
  roomCheckProbe: (seatId: string) => `/room/${seatId}/check/probe`,
  roomSummary: (seatId: string) => `/room/${seatId}/summary`,
  roomSummaryFile: (seatId: string, type: 'md' | 'json') => `/room/${seatId}/summary.${type}`,
  /** Where the meeting after this one is booked, and where the room's own script asks for its times. */
  roomNext: (seatId: string, query: { after?: string; kind?: string } = {}) => `/room/${seatId}/next${search(query)}`,
  roomNextTimes: (seatId: string) => `/room/${seatId}/next/times`,
  roomChat: (seatId: string) => `/room/${seatId}/chat`,
  /** Where files are handed over. */
  roomFiles: (seatId: string) => `/room/${seatId}/files`,
  roomFile: (seatId: string, messageId: string) => `/room/${seatId}/files/${messageId}`,
  /** Where the document is read that is shown in the meeting. */
  roomDocuments: (seatId: string) => `/room/${seatId}/documents`,
  /** Who spoke how long, for the host alone. */
  roomMirror: (seatId: string) => `/room/${seatId}/mirror`,
  /** Where a guest says whether to be counted there. */
  roomMirrorChoice: (seatId: string) => `/room/${seatId}/mirror/choice`,
  livekitHook: () => '/hooks/livekit',

  /** The consultant's meetings, read by calendar programs again and again; the address is the secret. */
  calendarFeed: (hostId: string, key: string) => `/feed/${hostId}/${key}.ics`,

  desk: () => '/desk',
  /** Who waits at a door, as it happens. */
  deskFeed: () => '/desk/feed',
  deskSignIn: () => '/desk/sign-in',
  /** As it stands in a mail. */
  deskSignInLink: (key: string) => `/desk/sign-in/${key}`,
  deskSignOut: () => '/desk/sign-out',
  deskMeeting: (meetingId: string) => `/desk/meetings/${meetingId}`,
  deskPrepare: (meetingId: string) => `/desk/meetings/${meetingId}/prepare`,
  deskFile: (meetingId: string, fileId: string) => `/desk/meetings/${meetingId}/files/${fileId}`,
  deskProposal: (proposalId: string) => `/desk/proposals/${proposalId}`,
  deskLinks: () => '/desk/links',
  deskSettings: () => '/desk/settings',
  deskCalendarFeed: () => '/desk/calendar-feed',
  deskHours: (scheduleId?: string) => (scheduleId === undefined ? '/desk/hours' : `/desk/hours/schedules/${scheduleId}`),
  deskSchedules: () => '/desk/hours/schedules',
  deskSpecialDays: (query: { schedule?: string } = {}) => `/desk/hours/days${search(query)}`,
  deskTimeOff: () => '/desk/hours/off',
  deskHolidays: () => '/desk/hours/holidays',
  deskTravel: () => '/desk/hours/travel',
  deskBlocked: () => '/desk/hours/blocked',
  deskCaps: () => '/desk/hours/caps',
  deskWhy: (query: { type?: string; date?: string; time?: string; lang?: string } = {}) => `/desk/hours/why${search(query)}`,
  deskTypes: () => '/desk/types',
  deskType: (typeId: string, section?: string) => `/desk/types/${typeId}${section === undefined ? '' : `/${section}`}`,
  deskTemplates: () => '/desk/templates',
  deskTemplate: (templateId: string) => `/desk/templates/${templateId}`,
  /** Everything that is kept about one person, and the same as a file. */
  deskPerson: (query: { email?: string } = {}) => `/desk/person${search(query)}`,
  deskPersonFile: (email: string) => `/desk/person.json${search({ email })}`,
  deskMail: () => '/desk/mail',
  deskConnection: () => '/desk/connection',
  deskDemo: () => '/desk/demo',
  setUpLink: (key: string) => `/setup/${key}`,
  setUp: () => '/setup',

  devMail: () => '/dev/mail',
  devPreviews: () => '/dev/previews',
  devPreview: (name: string, query: { locale?: string; theme?: string } = {}) => `/dev/previews/${name}${search(query)}`,
  devPreviewMail: (name: string, part: 'html' | 'text' | 'ics') => `/dev/previews/mail/${name}/${part}`,
}

function search(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
