/** What stands beside the pictures, and how to have it otherwise. */
export type SideControl = { shown: 'agenda' | 'chat' | null; unread: number; onToggle: (wanted: 'agenda' | 'chat') => void }
