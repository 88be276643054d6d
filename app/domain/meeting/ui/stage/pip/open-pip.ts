import './document-pip.ts'

const SIZE = { width: 380, height: 340 }

/**
 * A small window that stays in front of all others, dressed like the page.
 * @throws {Error} when the browser has none, or opens none without a press.
 */
export async function openPip(title: string): Promise<Window> {
  if (!window.documentPictureInPicture) throw new Error('This browser has no small window')
  const pip = await window.documentPictureInPicture.requestWindow(SIZE)
  const { documentElement: page } = document
  const { documentElement: root, head, body } = pip.document
  root.lang = page.lang
  if (page.dataset.theme) root.dataset.theme = page.dataset.theme
  pip.document.title = title
  body.className = 'pip-body'
  for (const style of document.querySelectorAll('link[rel="stylesheet"], style')) head.append(style.cloneNode(true))
  return pip
}
