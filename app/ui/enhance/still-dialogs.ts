/** Opens as a modal what a page that stands still was drawn with; in the room React does that. */
export function enhance(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[data-open]')) dialog.showModal()
}
