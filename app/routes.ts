import { prefix, route, type RouteConfig } from '@remix-run/route-config'

/** Danish pages stand at the root, English ones under /en or, with a clock of twelve hours, /en-12h; the same modules serve all. */
function inBothLanguages(path: string, file: string, id: string) {
  return [
    route(path, file, { id: `${id}-da` }),
    ...['en', 'en-12h'].map((prefix) => route(path === '/' ? prefix : `${prefix}/${path}`, file, { id: `${id}-${prefix}` })),
  ]
}

export default [
  ...inBothLanguages('/', 'routes/site/front.tsx', 'front'),
  route('speculation-rules', 'routes/site/speculation-rules.ts'),
  ...inBothLanguages('book/:type', 'routes/booking/times.tsx', 'times'),
  ...inBothLanguages('book/:type/details', 'routes/booking/details.tsx', 'details'),
  ...inBothLanguages('book/:type/propose', 'routes/booking/propose.tsx', 'propose'),

  ...inBothLanguages('confirm/:id/:key', 'routes/booking/confirm.tsx', 'confirm'),
  ...inBothLanguages('answer/:id/:key', 'routes/booking/replies/answer.tsx', 'answer'),
  ...inBothLanguages('stop/:id/:key', 'routes/site/stop-news.tsx', 'stop-news'),
  ...inBothLanguages('declined', 'routes/booking/declined.tsx', 'declined'),

  route('b/:seatId/:key', 'routes/booking/link.ts'),
  route('o/:id/:key', 'routes/booking/one-off-link.tsx'),
  route('o/:id', 'routes/booking/one-off.tsx'),
  route('booking/:seatId', 'routes/booking/booking.tsx'),
  route('booking/:seatId/move', 'routes/booking/move.tsx'),
  route('booking/:seatId/coming', 'routes/booking/turn-up/coming.tsx'),
  route('booking/:seatId/invited', 'routes/booking/invited.tsx'),
  route('booking/:seatId/calendar.ics', 'routes/booking/calendar.ts'),

  route('j/:seatId/:key', 'routes/meeting/link.ts'),
  ...prefix('room/:seatId', [
    route('', 'routes/meeting/room.tsx'),
    route('token', 'routes/meeting/token.ts'),
    route('door', 'routes/meeting/door.ts'),
    route('times', 'routes/meeting/times.ts'),
    route('agenda', 'routes/meeting/agenda.ts'),
    route('consent', 'routes/meeting/consent.ts'),
    route('line', 'routes/meeting/line.ts'),
    route('feed', 'routes/meeting/feed.ts'),
    route('summary', 'routes/meeting/summary.tsx'),
    route('chat', 'routes/meeting/talk/chat.ts'),
    route('files', 'routes/meeting/talk/files.ts'),
    route('files/:messageId', 'routes/meeting/talk/file.ts'),
    route('documents/:documentId', 'routes/meeting/talk/document.ts'),
    route('check', 'routes/meeting/check/check.tsx'),
    route('check/found', 'routes/meeting/check/found.ts'),
    route('check/probe', 'routes/meeting/check/probe.ts'),
  ]),
  route('hooks/stop/:id/:key', 'routes/site/stop-news-hook.ts'),
  route('hooks/livekit', 'routes/meeting/livekit-hook.ts'),

  route('desk', 'routes/desk/today.tsx'),
  ...prefix('desk', [
    route('feed', 'routes/desk/feed.ts'),
    route('sign-in', 'routes/desk/sign-in.tsx'),
    route('sign-in/:key', 'routes/desk/mail/sign-in-link.tsx'),
    route('sign-out', 'routes/desk/sign-out.ts'),
    route('meetings/:meetingId', 'routes/desk/meeting.tsx'),
    route('proposals/:proposalId', 'routes/desk/asking/proposal.tsx'),
    route('links', 'routes/desk/asking/links.tsx'),
    route('calendar-feed', 'routes/desk/calendars/calendar-feed.tsx'),
    route('hours', 'routes/desk/hours.tsx'),
    ...prefix('hours', [
      route('schedules', 'routes/desk/rules/schedules.tsx'),
      route('schedules/:scheduleId', 'routes/desk/hours.tsx', { id: 'schedule-hours' }),
      route('days', 'routes/desk/rules/special-days.tsx'),
      route('off', 'routes/desk/rules/time-off.tsx'),
      route('holidays', 'routes/desk/rules/holidays.tsx'),
      route('travel', 'routes/desk/rules/travel.tsx'),
      route('blocked', 'routes/desk/rules/blocked.tsx'),
      route('caps', 'routes/desk/rules/caps.tsx'),
      route('why', 'routes/desk/rules/why.tsx'),
    ]),
    route('types', 'routes/desk/types/type-list.tsx'),
    route('types/:typeId', 'routes/desk/types/type.tsx', { id: 'type-about' }),
    route('types/:typeId/hosts', 'routes/desk/types/type-hosts.tsx'),
    route('types/:typeId/:section', 'routes/desk/types/type.tsx', { id: 'type-section' }),
    route('templates', 'routes/desk/templates.tsx'),
    route('templates/:templateId', 'routes/desk/template.tsx'),
    route('mail', 'routes/desk/mail/records.tsx'),
    route('connection', 'routes/desk/connection/connection.tsx'),
    route('demo', 'routes/desk/demo.ts'),
  ]),
  route('feed/:hostId/:file', 'routes/desk/calendars/feed-file.ts'),
  route('setup/:key', 'routes/desk/set-up-link.ts'),
  route('setup', 'routes/desk/set-up.tsx'),

  ...prefix('dev', [
    route('mail', 'routes/dev/mail-list.tsx'),
    route('mail/:id', 'routes/dev/mail.tsx'),
    route('mail/:id/:part', 'routes/dev/mail-part.ts'),
    route('previews', 'routes/dev/previews.tsx'),
    route('previews/:name', 'routes/dev/preview.tsx'),
    route('previews/mail/:name/:part', 'routes/dev/preview-mail.ts'),
    route('floor', 'routes/dev/floor.tsx'),
  ]),
] satisfies RouteConfig
