import type { Background } from './background.ts'

type Backdrop = Exclude<Background, 'none' | 'blur-light' | 'blur-strong'>
type Size = { width: number; height: number }

/** Sky from top to bottom, and three ridges from far to near: calm, and darker below, where shoulders are. */
const COLOURS: Record<Backdrop, { sky: [string, string]; ridges: [string, string, string] }> = {
  dunes: { sky: ['#e9e2d3', '#f3e7cf'], ridges: ['#d8c7a3', '#c3ad84', '#a89067'] },
  fjord: { sky: ['#c9d8dc', '#e3e9e6'], ridges: ['#9db5b9', '#6f9096', '#4c6c74'] },
  dusk: { sky: ['#39384f', '#8a6b6a'], ridges: ['#4d4257', '#3a3145', '#292334'] },
}

export function isBackdrop(background: Background): background is Backdrop {
  return background in COLOURS
}

/** Draws one of our own pictures, which therefore needs no file. */
export function paintBackdrop(context: CanvasRenderingContext2D, name: Backdrop, { width, height }: Size): void {
  const { sky, ridges } = COLOURS[name]
  const air = context.createLinearGradient(0, 0, 0, height)
  air.addColorStop(0, sky[0])
  air.addColorStop(0.75, sky[1])
  context.fillStyle = air
  context.fillRect(0, 0, width, height)
  ridges.forEach((colour, depth) => {
    context.fillStyle = colour
    context.beginPath()
    context.moveTo(0, height)
    for (let x = 0; x <= width; x += width / 48) context.lineTo(x, ridgeAt(x / width, depth) * height)
    context.lineTo(width, height)
    context.fill()
  })
}

/** How far down a ridge lies at `x`, both from 0 to 1. */
function ridgeAt(x: number, depth: number): number {
  const wave = Math.sin(x * (4 + depth * 1.7) + depth * 2.1) * 0.045 + Math.sin(x * 11 + depth) * 0.012
  return 0.52 + depth * 0.15 + wave
}
