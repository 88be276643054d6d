import type { Block, Item, MailDocument } from './document.ts'

/** The document as plain text. */
export function renderText({ title, blocks, foot: { sender, reason, stop } }: MailDocument): string {
  const wayOut = stop ? `\n\n${stop.label}:\n${stop.href}` : ''
  return `${title}\n\n${renderTextBlocks(blocks)}\n\n-- \n${sender}\n${reason}${wayOut}\n`
}

/** Blocks as plain text, an empty line between them. */
export function renderTextBlocks(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).join('\n\n')
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'was': return block.text
    case 'when': return lines(block.label, block.day, block.clock, ...block.notes)
    case 'action': return `${block.label}:\n${block.href}`
    case 'links': return block.links.map(({ label, href }) => `${label}:\n${href}`).join('\n\n')
    case 'rows': return lines(block.title, ...block.rows.map(({ label, value }) => `${label}: ${value}`))
    case 'list': return lines(block.title, ...block.items.flatMap((item, index) => renderItem(item, index + 1)), block.more)
    case 'quote': return lines(block.title, ...block.text.split(/\r\n|\r|\n/).map((line) => `> ${line}`))
  }
}

function renderItem({ text, note, parts = [] }: Item, number: number): string[] {
  return [`${number}. ${text}${note === null ? '' : ` (${note})`}`, ...parts.map((part) => `   - ${part}`)]
}

function lines(...given: (string | null)[]): string {
  return given.filter((line) => line !== null).join('\n')
}
