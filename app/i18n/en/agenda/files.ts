import type { files as danish } from '../../da/agenda/files.ts'

/** Files that were prepared for the meeting, in the room and in what came of it. */
export const files: typeof danish = {
  title: 'Files for the meeting',
  by: 'From {name}',
  withTemplate: 'Belongs to the agenda',
  ofPoint: 'Belongs to “{point}”',
  failed: 'The files for the meeting could not be fetched.',
  again: 'Try again',
}
