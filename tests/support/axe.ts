import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type BrowserContext, type Page } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDTHS = [360, 1280]
const HEIGHT = 800
const THEMES = ['light', 'dark'] as const

/** WCAG 2.2 A and AA. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** And what axe's makers count as good practice. */
export const RULES = [...WCAG, 'best-practice']
/** All that a theme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** All that a width can change once all rules were looked at: what a state says and how it is built is the same at every width. */
export const WIDTH_RULES = [...COLOUR_RULES, 'target-size', 'scrollable-region-focusable']

type Theme = (typeof THEMES)[number]
export type Look = {
  themes?: readonly Theme[]
  rules?: string[]
  /** On a desk; all of `rules` hold on a phone. */
  wideRules?: string[]
  /** How the page is given a theme; the browser's own preference is the usual way. */
  showTheme?: (page: Page, theme: Theme) => Promise<void>
}

/** Gives every page of this browser axe from its first moment: compiled once, and past the pages' policy, which lets no script in. */
export async function lookWithAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript(AXE)
  await context.addInitScript(standStill)
}

/** Looks at a page, or at the one that is open, on a phone and on a desk, by day and by night. Its browser was given to `lookWithAxe`. */
export async function expectNoFault(page: Page, address?: string, look: Look = {}): Promise<void> {
  const { themes = THEMES, rules = RULES, wideRules = rules, showTheme = preferTheme } = look
  if (address) await page.goto(address)
  if (!new URL(page.url()).pathname.startsWith('/dev/')) await expect.soft(page, page.url()).toHaveTitle(/. · Fremmøde$/)
  // The width that the page has now comes first, for every change of it is a layout.
  const widths = WIDTHS.toSorted((one) => (one === page.viewportSize()?.width ? -1 : 1))
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT })
    for (const theme of themes) {
      await showTheme(page, theme)
      const ofWidth = width === WIDTHS[0] ? rules : wideRules
      const { faults, overflow } = await lookAt(page, theme === themes[0] ? ofWidth : COLOUR_RULES)
      const where = `${new URL(page.url()).pathname}${new URL(page.url()).search} at ${width} px, ${theme}`
      expect.soft(faults, where).toEqual([])
      expect.soft(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  }
}

/** Colours change in a transition, however short, and axe would look into it. */
function standStill(): void {
  document.addEventListener('DOMContentLoaded', () => {
    const still = new CSSStyleSheet()
    still.replaceSync('*, *::before, *::after { transition: none !important }')
    document.adoptedStyleSheets.push(still)
  })
}

function preferTheme(page: Page, theme: Theme): Promise<void> {
  return page.emulateMedia({ colorScheme: theme })
}

function lookAt(page: Page, rules: string[]): Promise<{ faults: string[]; overflow: number }> {
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(({ violations }) => ({
    faults: violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160))),
    overflow: document.documentElement.scrollWidth - innerWidth,
  }))`)
}
