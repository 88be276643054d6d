import { readFileSync } from 'node:fs'
import { isProduction } from '../env.server.ts'

type Chunk = { file: string; imports?: string[]; css?: string[] }

let files: Record<string, Chunk> | null = null

/**
 * URLs of the scripts that a client module needs, the module itself first, so that the page can preload
 * them beside its own loading instead of one after the other.
 * @param source path of the module in the source tree, such as `app/domain/agenda/ui/room-island.tsx`.
 */
export function scriptsOf(source: string): string[] {
  if (!isProduction) return []
  files ??= readManifest()
  const found = new Set<string>()
  collect(source, found)
  return [...found].map((file) => `/${file}`)
}

function collect(key: string, found: Set<string>): void {
  const chunk = files?.[key]
  if (!chunk || found.has(chunk.file)) return
  found.add(chunk.file)
  for (const imported of chunk.imports ?? []) collect(imported, found)
}

/** Written by Vite; Remix moves it out of the folder that is served. */
function readManifest(): Record<string, Chunk> {
  return JSON.parse(readFileSync('build/.vite/client-manifest.json', 'utf8'))
}
