import { splitLinks } from '../../chat/links.ts'

/** What somebody wrote, with its links to press. What is behind them learns neither where it was nor by whom. */
export function MessageText({ text }: { text: string }) {
  return splitLinks(text).map((part, index) => (
    part.href === null
      ? part.text
      : <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">{part.text}</a>
  ))
}
