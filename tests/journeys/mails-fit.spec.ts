import { expect, test, type Page } from '@playwright/test'
import { previewMails } from '#app/mail/previews.ts'
import { CAST } from '#db/seeds/cast.ts'

const MAILS = previewMails({ consultant: CAST.consultant, guest: CAST.soren, colleague: CAST.amina })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every mail fits a screen of 320 px in the ${colorScheme}, fetches nothing, and can be read`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (const { name, html } of MAILS) {
      await page.setContent(html)
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${name} is wider than the screen`).toBeLessThanOrEqual(320)
      expect.soft(await lowestContrast(page), `${name} in the ${colorScheme}`).toBeGreaterThanOrEqual(4.5)
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      expect.soft(ground, name).toBe(colorScheme === 'dark' ? 'rgb(21, 19, 17)' : 'rgb(250, 247, 241)')
    }
    expect(asked.filter((url) => /^https?:/.test(url))).toEqual([])
    await context.close()
  })
}

/** The least contrast (WCAG 2.2 §1.4.3) of any text of the mail with what lies behind it. */
function lowestContrast(page: Page): Promise<number> {
  return page.evaluate(() => {
    const numbers = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (color: string) => {
      const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      const [r = 0, g = 0, b = 0] = numbers(color).map((part) => linear(part / 255))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const behind = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return (numbers(backgroundColor)[3] ?? 1) === 0 ? behind(element.parentElement) : backgroundColor
    }
    const texts = [...document.querySelectorAll('h1, h2, p, a, li, s, span, blockquote')].filter((element) => element.textContent?.trim())
    return Math.min(...texts.map((element) => {
      const [one, other] = [luminance(getComputedStyle(element).color), luminance(behind(element))]
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    }))
  })
}
