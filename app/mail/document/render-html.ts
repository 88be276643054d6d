import { languageOf } from '#app/kernel/locale.ts'
import { DARK_RULES, STYLES } from './look.ts'
import type { Block, Item, MailDocument, Row } from './document.ts'
import { html, type Markup } from './markup.ts'

const HEAD_STYLE = { markup: `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${DARK_RULES}}` }

/** The document as HTML for readers of mail: no table, no script, nothing from elsewhere. */
export function renderHtml({ locale, preview, title, blocks, foot }: MailDocument): string {
  return html`<!doctype html>
<html lang="${languageOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${HEAD_STYLE}</style>
</head>
<body class="m-ground m-ink" style="${STYLES.body}">
<div style="${STYLES.preview}">${preview}</div>
<div class="m-ground m-ink" role="article" aria-label="${title}" lang="${languageOf(locale)}" style="${STYLES.sheet}">
<p style="${STYLES.name}">${foot.sender}</p>
<h1 style="${STYLES.title}">${title}</h1>
${blocks.map(renderBlock)}
<p class="m-soft m-line" style="${STYLES.foot}">${foot.reason}${foot.stop ? html`<br><a class="m-link" href="${foot.stop.href}" style="${STYLES.link}">${foot.stop.label}</a>` : null}</p>
</div>
</body>
</html>
`.markup
}

function renderBlock(block: Block): Markup {
  switch (block.kind) {
    case 'text': return html`<p style="${STYLES.text}">${block.text}</p>\n`
    case 'when': return renderWhen(block)
    case 'was': return html`<p class="m-soft" style="${STYLES.was}"><s>${block.text}</s></p>\n`
    case 'action': return html`<p style="${STYLES.action}"><a class="m-button" href="${block.href}" style="${STYLES.button}">${block.label}</a></p>\n`
    case 'links': return html`<ul style="${STYLES.links}">${block.links.map(({ label, href }) =>
      html`<li style="${STYLES.linkItem}"><a class="m-link" href="${href}" style="${STYLES.link}">${label}</a></li>`)}</ul>\n`
    case 'rows': return section(block.title, html`${block.rows.map(renderRow)}`)
    case 'list': return section(block.title, renderList(block.items, block.more))
    case 'quote': return section(block.title, html`<blockquote class="m-mark" style="${STYLES.quote}">${block.text}</blockquote>`)
  }
}

function renderWhen({ label, day, clock, notes, isOff }: Extract<Block, { kind: 'when' }>): Markup {
  const crossed = (text: string) => (isOff ? html`<s>${text}</s>` : html`${text}`)
  return html`<div style="${STYLES.whenBox}">
${label === null ? null : html`<p class="m-soft" style="${STYLES.whenLabel}">${label}</p>\n`}<p style="${STYLES.day}">${crossed(day)}</p>
<p${isOff ? html` class="m-soft"` : null} style="${STYLES.clock}">${crossed(clock)}</p>
${notes.map((note) => html`<p class="m-soft" style="${STYLES.note}">${note}</p>\n`)}</div>\n`
}

function section(title: string, content: Markup): Markup {
  return html`<div class="m-line" style="${STYLES.section}">\n<h2 style="${STYLES.sectionTitle}">${title}</h2>\n${content}\n</div>\n`
}

function renderRow({ label, value, href }: Row): Markup {
  const shown = href === undefined ? html`${value}` : html`<a class="m-link" href="${href}" style="${STYLES.link}">${value}</a>`
  return html`<p style="${STYLES.row}"><span class="m-soft" style="${STYLES.rowLabel}">${label}</span><br>${shown}</p>\n`
}

function renderList(items: readonly Item[], more: string | null): Markup {
  const lines = items.map(({ text, note, parts = [] }) =>
    html`<li style="${STYLES.item}">${text}${note === null ? null : html`<br><span class="m-soft" style="${STYLES.itemNote}">${note}</span>`}${renderParts(parts)}</li>\n`)
  return html`<ol style="${STYLES.list}">\n${lines}</ol>${more === null ? null : html`\n<p class="m-soft" style="${STYLES.note}">${more}</p>`}`
}

function renderParts(parts: readonly string[]): Markup | null {
  if (parts.length === 0) return null
  return html`\n<ul style="${STYLES.parts}">${parts.map((part) => html`<li>${part}</li>`)}</ul>`
}
