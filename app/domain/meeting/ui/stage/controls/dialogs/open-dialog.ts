/** Which of the call's dialogs is open: one at a time. */
export type OpenDialog = 'devices' | 'leave' | 'people' | null
