import { crc32 } from 'node:zlib'

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
/** One green pixel. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==', 'base64')
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** The content in pieces, as it comes from a browser. */
export function contentOf(bytes: Buffer): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(new Uint8Array(bytes.subarray(at, at += 70_000)))
    },
  })
}

/** A file of an office program, as far as it tells its kind; a plain archive without one. ZIP, stored (APPNOTE 4.3). */
export function officeFile(path: string, kind: string | null): Buffer {
  const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`
  const entries = [...(kind ? [zipped('[Content_Types].xml', types)] : []), zipped(path, '<x/>')]
  const listed = entries.map(({ listing }) => listing)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(listed).length, 12)
  return Buffer.concat([...entries.map(({ local }) => local), ...listed, end])
}

function zipped(name: string, text: string): { local: Buffer; listing: Buffer } {
  const [content, path] = [Buffer.from(text), Buffer.from(name)]
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt32LE(crc32(content), 10)
  facts.writeUInt32LE(content.length, 14)
  facts.writeUInt32LE(content.length, 18)
  facts.writeUInt16LE(path.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, path, content])
  const listing = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, Buffer.alloc(14), path])
  return { local, listing }
}
