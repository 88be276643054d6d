import { isBackdrop, paintBackdrop } from './backdrop.ts'
import { blurColumns, type Background } from './background.ts'

/** A still or moving picture and where in it the person is: opaque there, clear elsewhere. */
export type Segmented = { image: CanvasImageSource; mask: CanvasImageSource }

type Size = { width: number; height: number }

/** Draws the person before the chosen background, onto a canvas of its own. */
export function createComposer(background: Background) {
  const canvas = document.createElement('canvas')
  const context = contextOf(canvas)
  const behind = document.createElement('canvas')
  let painted: Size = { width: 0, height: 0 }
  const fit = (size: Size) => {
    if (painted.width === size.width && painted.height === size.height) return
    Object.assign(canvas, size)
    Object.assign(behind, size)
    if (isBackdrop(background)) paintBackdrop(contextOf(behind), background, size)
    painted = size
  }
  return {
    canvas,
    draw({ image, mask }: Segmented, size: Size): void {
      fit(size)
      const columns = blurColumns(background)
      if (columns) throwTogether(contextOf(behind), image, { size, columns })
      context.globalCompositeOperation = 'copy'
      context.drawImage(mask, 0, 0, size.width, size.height)
      context.globalCompositeOperation = 'source-in'
      context.drawImage(image, 0, 0, size.width, size.height)
      context.globalCompositeOperation = 'destination-over'
      context.drawImage(behind, 0, 0, size.width, size.height)
    },
  }
}

/** Small and large again is a blur that costs little, also without a graphics card and in Safari, whose canvas has no filter. */
function throwTogether(
  context: CanvasRenderingContext2D, image: CanvasImageSource, { size, columns }: { size: Size; columns: number },
): void {
  const rows = Math.max(1, Math.round((columns * size.height) / size.width))
  const steps = [8, 4, 2, 1].map((times) => ({ width: columns * times, height: rows * times })).filter(({ width }) => width < size.width)
  context.imageSmoothingQuality = 'high'
  context.globalCompositeOperation = 'copy'
  let from = { source: image, ...size }
  for (const step of [...steps, ...steps.slice(0, -1).reverse()]) {
    const { canvas } = context
    context.drawImage(from.source, 0, 0, from.width, from.height, 0, 0, step.width, step.height)
    from = { source: canvas, ...step }
  }
  context.drawImage(from.source, 0, 0, from.width, from.height, 0, 0, size.width, size.height)
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws no canvas')
  return context
}
