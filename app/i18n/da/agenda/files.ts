/** Files that were prepared for the meeting, in the room and in what came of it. */
export const files = {
  title: 'Filer til mødet',
  by: 'Fra {name}',
  withTemplate: 'Hører til dagsordenen',
  ofPoint: 'Hører til ”{point}”',
  failed: 'Filerne til mødet kunne ikke hentes.',
  again: 'Prøv igen',
}
