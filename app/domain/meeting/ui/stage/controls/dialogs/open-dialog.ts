/** Which of the call's dialogs is open: one at a time. */
export type OpenDialog =
  | 'devices' | 'leave' | 'layout' | 'shortcuts' | 'saving' | 'take-share' | 'recording' | 'people' | 'document' | 'mirror' | null
