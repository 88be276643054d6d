/** The part of the browser's Document Picture-in-Picture that is used here (WICG, document-picture-in-picture). */
type DocumentPip = { requestWindow(size: { width: number; height: number }): Promise<Window> }

declare global {
  interface Window { documentPictureInPicture?: DocumentPip }
}

export function canOpenPip(): boolean {
  return typeof window !== 'undefined' && window.documentPictureInPicture !== undefined
}
