import type { Response } from 'express'

/** Words for whoever is refused before any page is asked, Danish first. */
const WORDS = {
  400: ['Adressen kan ikke læses. Er linket kommet helt med?', 'This address can’t be read. Is the whole link there?'],
  403: [
    'Formularen kom ikke fra en af vores egne sider, så intet er ændret. Gå tilbage, hent siden igen, og prøv en gang til.',
    'The form did not come from one of our own pages, so nothing was changed. Go back, reload the page and try again.',
  ],
  404: ['Den side findes ikke.', 'There is no such page.'],
  405: ['Det kan man ikke gøre her.', 'That can’t be done here.'],
  411: ['Vi kunne ikke se, hvor meget der blev sendt.', 'We could not see how much was sent.'],
  413: ['Det var for stort til at sende: højst 1 MB ad gangen.', 'That was too much to send: at most 1 MB at a time.'],
  414: ['Adressen er for lang.', 'This address is too long.'],
  500: ['Noget gik galt hos os. Prøv igen om lidt.', 'Something went wrong at our end. Try again in a moment.'],
  503: ['Vi er ved at starte. Siden kommer om et øjeblik.', 'We are starting. The page will be here in a moment.'],
} as const

export type RefusalStatus = keyof typeof WORDS

export function refuse(response: Response, status: RefusalStatus): void {
  const [danish, english] = WORDS[status]
  response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(`${danish}\n\n${english}\n`)
}

/** While the product starts, the page asks for itself again until it is there. */
export function askToWait(response: Response): void {
  const [danish, english] = WORDS[503]
  const page = '<!doctype html><html lang="da"><meta charset="utf-8"><meta http-equiv="refresh" content="2">'
    + `<title>Fremmøde</title><p>${danish}</p><p lang="en">${english}</p></html>`
  response.status(503).set({ 'Cache-Control': 'no-store', 'Retry-After': '2' }).type('text/html').send(page)
}
