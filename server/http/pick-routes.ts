import type { ServerBuild } from '@remix-run/node'
import { plainPath } from './well-formed.ts'

/**
 * Gives for a request's address the build with those of its routes alone that can match it; the same one for the same routes.
 * Remix flattens and ranks all routes that it is given, twice per request, and makes elements of each for every page.
 */
export function createBuildPicker<Build extends ServerBuild>(build: Build): (url: string) => Build {
  const patterns = Object.keys(build.routes).map((id) => ({ id, segments: segmentsOf(pathOf(build.routes, id)) }))
  const builds = new Map<string, Build>()
  return (url) => {
    const path = plainPath(url)
    // Where a path has escapes, what is one segment to Remix may be two when it is read plainly: for all routes to match.
    if (path === null || url.split('?', 1)[0]?.includes('%')) return build
    const asked = segmentsOf(path)
    const ids = patterns.filter(({ segments }) => canMatch(segments, asked)).map(({ id }) => id)
    const key = ids.join(' ')
    const picked = builds.get(key) ?? withRoutes(build, ids)
    builds.set(key, picked)
    return picked
  }
}

/** The routes of these ids, and those that they stand in. The root draws the page for what is not found. */
function withRoutes<Build extends ServerBuild>(build: Build, ids: string[]): Build {
  const kept = new Set(Object.values(build.routes).filter(({ parentId }) => !parentId).map(({ id }) => id))
  for (const id of ids) {
    for (let own: string | undefined = id; own; own = build.routes[own]?.parentId) kept.add(own)
  }
  const only = <Route>(routes: Record<string, Route>) => Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}

/** Never false for a route that Remix would match; true for some that it would not. */
function canMatch(pattern: string[], asked: string[]): boolean {
  for (const [index, segment] of pattern.entries()) {
    if (segment === '*' || segment.endsWith('?')) return true
    if (asked[index] === undefined || (segment !== asked[index] && !segment.startsWith(':'))) return false
  }
  return pattern.length === asked.length
}

function pathOf(routes: ServerBuild['routes'], id: string): string {
  const { parentId, path = '' } = routes[id] ?? {}
  return parentId ? `${pathOf(routes, parentId)}/${path}` : path
}

/** Routes match in any case of letters. */
function segmentsOf(path: string): string[] {
  return path.toLowerCase().split('/').filter(Boolean)
}
