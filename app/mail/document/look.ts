/** The product's colours in light and in dark. Mail has no custom properties, so the values stand here as they are. */
export const COLORS = {
  ground: ['#faf7f1', '#151311'],
  ink: ['#1d1a16', '#f1ebe1'],
  soft: ['#565046', '#b9b0a3'],
  line: ['#ddd5c7', '#37312b'],
  accent: ['#1f4b43', '#93cbbc'],
  onAccent: ['#fffdf9', '#0e211c'],
} as const

const TEXT_FACE = "'Hanken Grotesk', system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const DISPLAY_FACE = "Newsreader, Georgia, 'Times New Roman', serif"

/** Inline styles, for many readers of mail know no others. */
export const STYLES = {
  body: `margin:0;padding:0;background:${COLORS.ground[0]};color:${COLORS.ink[0]};-webkit-text-size-adjust:100%`,
  preview: 'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all',
  sheet: `max-width:560px;margin:0 auto;padding:32px 24px 48px;font:400 17px/1.55 ${TEXT_FACE};overflow-wrap:break-word;word-break:break-word`,
  name: `margin:0 0 40px;font:500 20px/1.3 ${DISPLAY_FACE};letter-spacing:-0.01em`,
  title: `margin:0 0 16px;font:500 32px/1.15 ${DISPLAY_FACE};letter-spacing:-0.015em`,
  text: 'margin:0 0 24px',
  whenBox: 'margin:0 0 28px',
  whenLabel: `margin:0 0 4px;font-size:15px;color:${COLORS.soft[0]}`,
  day: 'margin:0;font-size:18px;line-height:1.4',
  clock: `margin:0;font:400 42px/1.2 ${DISPLAY_FACE};letter-spacing:-0.02em`,
  note: `margin:4px 0 0;font-size:15px;color:${COLORS.soft[0]}`,
  was: `margin:0 0 28px;font-size:15px;color:${COLORS.soft[0]}`,
  action: 'margin:0 0 28px',
  button: `display:inline-block;padding:14px 26px;border-radius:6px;background:${COLORS.accent[0]};color:${COLORS.onAccent[0]};font-weight:600;text-decoration:none`,
  links: 'margin:0 0 28px;padding:0;list-style:none',
  linkItem: 'margin:0 0 10px',
  link: `color:${COLORS.accent[0]};text-decoration:underline`,
  section: `margin:0 0 28px;padding:24px 0 0;border-top:1px solid ${COLORS.line[0]}`,
  sectionTitle: `margin:0 0 12px;font:500 21px/1.25 ${DISPLAY_FACE}`,
  row: 'margin:0 0 8px',
  rowLabel: `font-size:15px;color:${COLORS.soft[0]}`,
  list: 'margin:0;padding:0 0 0 1.4em',
  item: 'margin:0 0 10px',
  itemNote: `font-size:15px;color:${COLORS.soft[0]}`,
  parts: 'margin:4px 0 0;padding:0 0 0 1.2em',
  quote: `margin:0;padding:0 0 0 16px;border-left:3px solid ${COLORS.accent[0]}`,
  foot: `margin:40px 0 0;padding:20px 0 0;border-top:1px solid ${COLORS.line[0]};font-size:14px;line-height:1.5;color:${COLORS.soft[0]}`,
} as const

/** In the dark each class takes the second colour; only `!important` beats an inline style. */
export const DARK_RULES = [
  rule('.m-ground', 'background', COLORS.ground),
  rule('.m-ink', 'color', COLORS.ink),
  rule('.m-soft', 'color', COLORS.soft),
  rule('.m-line', 'border-color', COLORS.line),
  rule('.m-link', 'color', COLORS.accent),
  rule('.m-mark', 'border-color', COLORS.accent),
  rule('.m-button', 'background', COLORS.accent),
  rule('.m-button', 'color', COLORS.onAccent),
].join('')

function rule(selector: string, property: string, [, dark]: readonly [string, string]): string {
  return `${selector}{${property}:${dark}!important}`
}
