import jbig2Url from 'pdfjs-dist/wasm/jbig2.wasm?url'
import openJpegUrl from 'pdfjs-dist/wasm/openjpeg.wasm?url'
import qcmsUrl from 'pdfjs-dist/wasm/qcms_bg.wasm?url'

/** What a document may leave out because every reader has it, from our own origin; fetched when a document asks for it. */
const FONTS = import.meta.glob<string>('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', { query: '?url', import: 'default' })

const DECODERS: Record<string, string> = { 'jbig2.wasm': jbig2Url, 'openjpeg.wasm': openJpegUrl, 'qcms_bg.wasm': qcmsUrl }

type Asked = { filename: string }

/** The library makes these by `new` and asks them for files by name. */
export class StandardFonts {
  async fetch({ filename }: Asked): Promise<Uint8Array> {
    const url = await FONTS[`/node_modules/pdfjs-dist/standard_fonts/${filename}`]?.()
    return bytesOf(url, filename)
  }
}

export class Decoders {
  fetch({ filename }: Asked): Promise<Uint8Array> {
    return bytesOf(DECODERS[filename], filename)
  }
}

async function bytesOf(url: string | undefined, name: string): Promise<Uint8Array> {
  const response = url === undefined ? null : await fetch(url)
  if (!response?.ok) throw new Error(`${name} is not served here`)
  return new Uint8Array(await response.arrayBuffer())
}
