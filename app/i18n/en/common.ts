import type { common as danish } from '../da/common.ts'

export const common: typeof danish = {
  productName: 'Fremmøde',
  skipToContent: 'Skip to content',
  language: 'Language',
  danish: 'Dansk',
  english: 'English',
  languages: { da: 'Danish', en: 'English' },
  copy: 'Copy',
  copied: 'Copied',
  places: {
    'Europe/Copenhagen': 'Copenhagen', 'Atlantic/Faroe': 'Faroe Islands', 'Atlantic/Faeroe': 'Faroe Islands',
    'America/Nuuk': 'Nuuk', 'America/Godthab': 'Nuuk', 'Atlantic/Reykjavik': 'Reykjavik', 'Atlantic/Azores': 'the Azores',
    'Atlantic/Canary': 'the Canary Islands', 'Europe/Lisbon': 'Lisbon', 'Europe/Rome': 'Rome', 'Europe/Vienna': 'Vienna',
    'Europe/Prague': 'Prague', 'Europe/Warsaw': 'Warsaw', 'Europe/Athens': 'Athens', 'Europe/Brussels': 'Brussels',
    'Europe/Zurich': 'Zurich', 'Europe/Bucharest': 'Bucharest', 'Europe/Belgrade': 'Belgrade', 'Europe/Moscow': 'Moscow',
    'Europe/Kyiv': 'Kyiv', 'Europe/Kiev': 'Kyiv', 'Africa/Cairo': 'Cairo', 'Asia/Calcutta': 'Kolkata',
    'Asia/Saigon': 'Ho Chi Minh City', 'Asia/Ho_Chi_Minh': 'Ho Chi Minh City', 'America/Sao_Paulo': 'São Paulo',
  },
  fault: {
    title: 'Something went wrong on our side',
    text: 'Try again in a moment. What you typed is there when you go back.',
    notFoundTitle: 'This page does not exist',
    notFoundText: 'The link may be wrong or out of date. Use the link in the newest mail, or start at the front page.',
    forbiddenTitle: 'This is not open to you',
    forbiddenText: 'Use your own link from the mail. It opens only in the browser where you clicked it.',
    goneTitle: 'This link is no longer valid',
    tooManyTitle: 'A few too many tries',
    tooManyText: 'Wait a little and try again.',
    toFrontPage: 'To the front page',
  },
}
