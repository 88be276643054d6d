/** Drawn on one grid of 24 with one stroke, so that they sit beside text and beside each other. */
const SHAPES = {
  'microphone': 'M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3Z M5.5 11.5a6.5 6.5 0 0 0 13 0 M12 18v3 M9 21h6',
  'microphone-off': 'M9 9v2.5a3 3 0 0 0 4.7 2.45 M15 10.5v-4a3 3 0 0 0-5.6-1.5 M5.5 11.5a6.5 6.5 0 0 0 10.3 5.3 M18.5 11.5c0 1-.2 2-.6 2.8 M12 18v3 M9 21h6 M4 3.5l16.5 17',
  'camera': 'M3.5 8.5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2Z M15.5 11l5-3v8l-5-3',
  'camera-off': 'M9.5 6.5h4a2 2 0 0 1 2 2v4 M15.5 11l5-3v8l-2.5-1.5 M14.8 17c-.35.3-.8.5-1.3.5h-8a2 2 0 0 1-2-2v-7c0-.9.6-1.65 1.4-1.9 M4 3.5l16.5 17',
  'share': 'M3.5 6a1.5 1.5 0 0 1 1.5-1.5h14A1.5 1.5 0 0 1 20.5 6v9a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15Z M12 13.5v-6 M9.3 10 12 7.3 14.7 10 M8.5 20h7',
  'share-stop': 'M3.5 6A1.5 1.5 0 0 1 5 4.5h14A1.5 1.5 0 0 1 20.5 6v9a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15Z M9.7 8.2l4.6 4.6 M14.3 8.2l-4.6 4.6 M8.5 20h7',
  'devices': 'M4 7.5h9 M17.5 7.5H20 M4 16.5h2.5 M11 16.5h9 M15.25 5.25a2.25 2.25 0 1 0 0 4.5a2.25 2.25 0 1 0 0-4.5Z M8.75 14.25a2.25 2.25 0 1 0 0 4.5a2.25 2.25 0 1 0 0-4.5Z',
  'agenda': 'M4 6.5l1.3 1.3L7.8 5.2 M11 6.5h9 M4 12.7l1.3 1.3 2.5-2.6 M11 12.7h9 M5.8 18.7h.01 M11 18.7h9',
  'leave': 'M13.5 4.5H7A1.5 1.5 0 0 0 5.5 6v12A1.5 1.5 0 0 0 7 19.5h6.5 M10.5 12h10 M17 8.5l3.5 3.5L17 15.5',
  'check': 'M5 12.7l4.6 4.6L19.3 7',
  'plus': 'M12 5v14 M5 12h14',
  'up': 'M12 19V5 M6 11l6-6 6 6',
  'down': 'M12 5v14 M6 13l6 6 6-6',
  'next': 'M5 12h14 M13 6l6 6-6 6',
  'edit': 'M5 19l.8-3.7L16 5.1a1.9 1.9 0 0 1 2.7 0l.2.2a1.9 1.9 0 0 1 0 2.7L8.7 18.2Z M14 7.2l2.8 2.8',
  'remove': 'M5 7h14 M10 4h4 M7 7l.8 11.6A1.5 1.5 0 0 0 9.3 20h5.4a1.5 1.5 0 0 0 1.5-1.4L17 7 M10.3 11v5 M13.7 11v5',
  'more': 'M6 12h.01 M12 12h.01 M18 12h.01',
  'sound': 'M4.5 9.5v5H8l4.5 4v-13L8 9.5Z M15.8 9a4.2 4.2 0 0 1 0 6 M18.3 6.5a7.7 7.7 0 0 1 0 11',
  'warning': 'M12 4.5l8.5 15h-17Z M12 10.5v4 M12 17h.01',
  'clock': 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17Z M12 7.5V12l3 2',
  'person': 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z M4.5 20c.9-3.6 3.9-5.5 7.5-5.5s6.6 1.9 7.5 5.5',
  'chat': 'M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8.6a1.5 1.5 0 0 1-1.5 1.5h-7L7 20.4v-3.8H5.5A1.5 1.5 0 0 1 4 15.1V6.5A1.5 1.5 0 0 1 5.5 5Z M8 9.3h8 M8 12.4h5',
  'attach': 'M19 11.3l-7.2 7.2a4.4 4.4 0 0 1-6.2-6.2l7.6-7.6a2.9 2.9 0 0 1 4.1 4.1l-7.5 7.5a1.4 1.4 0 0 1-2-2l6.6-6.6',
  'file': 'M13.5 3.5h-6A1.5 1.5 0 0 0 6 5v14a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 18 19V8Z M13.5 3.5V8H18 M9 12.5h6 M9 16h4',
  'people': 'M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 1 0 9 5Z M3 19c.7-3 3-4.6 6-4.6s5.3 1.6 6 4.6 M15.5 5.3a3.2 3.2 0 0 1 0 5.9 M17.3 14.9c1.9.6 3.2 2 3.7 4.1',
  'question': 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17Z M9.6 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2 1-1.2 1.8 M12 16.8h.01',
  'close': 'M6 6l12 12 M18 6L6 18',
} as const

export type IconName = keyof typeof SHAPES

/** Never alone: the words stand beside it, or as the name of the button that it sits in. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" strokeWidth={1.75} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  )
}
