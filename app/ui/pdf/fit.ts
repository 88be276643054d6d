export type Size = { width: number; height: number }

/** page: all of it is seen. width: as wide as the place. double: twice that, to be moved about in. */
export type Zoom = 'page' | 'width' | 'double'

const ZOOMS: readonly Zoom[] = ['page', 'width', 'double']

/** What a canvas may hold on the smallest devices that are served, in dots. */
const MOST_DOTS = 16_000_000
const LONGEST_SIDE = 8_192

/** CSS pixels for each unit of the page. */
export function scaleToFit(page: Size, place: Size, zoom: Zoom): number {
  const byWidth = place.width / page.width
  if (zoom === 'width') return byWidth
  return zoom === 'double' ? 2 * byWidth : Math.min(byWidth, place.height / page.height)
}

/** Dots for each CSS pixel: as many as the screen has, unless the page is so large that a canvas can't hold them. */
export function dotsPerPixel(drawn: Size, screen: number): number {
  const bySide = LONGEST_SIDE / Math.max(drawn.width, drawn.height)
  const byArea = Math.sqrt(MOST_DOTS / (drawn.width * drawn.height))
  return Math.min(screen, bySide, byArea)
}

export function nextZoom(zoom: Zoom): Zoom {
  return ZOOMS[(ZOOMS.indexOf(zoom) + 1) % ZOOMS.length] ?? 'page'
}

/** Where a whole page would be too small to read, it begins as wide as the place. */
export function firstZoom(place: Size): Zoom {
  return place.width < 480 ? 'width' : 'page'
}
