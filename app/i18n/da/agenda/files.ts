/** Files that were prepared for the meeting, in the room. */
export const files = {
  title: 'Filer til mødet',
  by: 'Fra {name}',
  withTemplate: 'Hører til dagsordenen',
  failed: 'Filerne til mødet kunne ikke hentes.',
  again: 'Prøv igen',
}
