import type { Results, SelfieSegmentation as Model } from '@mediapipe/selfie_segmentation'
import graphUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.binarypb?url'
import libraryUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.js?url'
import modelUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url'
import glueUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.js?url'
import wasmUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.wasm?url'

/** All that the package asks for by name while it starts, from our own origin. */
const FILES: Record<string, string> = {
  'selfie_segmentation.binarypb': graphUrl,
  'selfie_segmentation_landscape.tflite': modelUrl,
  'selfie_segmentation_solution_simd_wasm_bin.js': glueUrl,
  'selfie_segmentation_solution_simd_wasm_bin.wasm': wasmUrl,
}
/** The one for pictures that are wider than high, which is also the one that costs less. */
const LANDSCAPE = 1

export type Segmenter = {
  /** Finds the person. The answer may be used until the next call. */
  find(image: HTMLCanvasElement): Promise<Results>
  close(): Promise<void>
}

/** @throws {Error} when the model does not load, or this browser can't run it. */
export async function openSegmenter(): Promise<Segmenter> {
  await loadLibrary()
  const Library = globalThis.SelfieSegmentation
  if (!Library) throw new Error('the segmentation library did not come up')
  const model = new Library({ locateFile: (name) => FILES[name] ?? name })
  model.setOptions({ modelSelection: LANDSCAPE, selfieMode: false })
  let newest: Results | null = null
  model.onResults((results) => { newest = results })
  await model.initialize()
  return {
    async find(image) {
      newest = null
      await model.send({ image })
      if (!newest) throw new Error('the model gave no answer')
      return newest
    },
    close: () => model.close(),
  }
}

declare global {
  /** The package is no module: its script leaves this behind. */
  var SelfieSegmentation: (new (config: { locateFile(name: string): string }) => Model) | undefined
}

function loadLibrary(): Promise<void> {
  if (globalThis.SelfieSegmentation) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: libraryUrl, onload: () => resolve(), onerror: reject })
    document.head.append(script)
  })
}
