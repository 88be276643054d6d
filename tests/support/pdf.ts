type PdfFacts = { words?: (page: number) => string; landscape?: boolean; isLocked?: boolean }

/** A document of so many pages, each with words of its own and a bar whose length tells the page (ISO 32000-1 §7.5). */
export function pdfOf(pages: number, { words = (page) => `Side ${page} af ${pages}`, landscape = false, isLocked = false }: PdfFacts = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${4 + 2 * index} 0 R`)
  const box = landscape ? '[0 0 842 474]' : '[0 0 595 842]'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages}/MediaBox${box}/Resources<</Font<</F1 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...Array.from({ length: pages }, (_, index) => {
      const drawing = `0.12 0.3 0.26 rg 40 60 ${60 + 90 * (index % 5)} 40 re f BT /F1 36 Tf 40 300 Td (${words(index + 1)}) Tj ET`
      return [`<</Type/Page/Parent 2 0 R/Contents ${5 + 2 * index} 0 R>>`, `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`]
    }).flat(),
  ]
  const locked = isLocked ? `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>/ID[<01><01>]` : ''
  return assemble(objects, locked)
}

/** It begins as a document does, and is none. */
export const BROKEN_PDF = Buffer.from(`%PDF-1.7\n${'et brev der blev klippet over '.repeat(40)}`)

function assemble(objects: readonly string[], trailer: string): Buffer {
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, index) => {
    const start = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}
