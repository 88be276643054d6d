import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { publishInOrder } from '#app/domain/meeting/ui/call/publish.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the microphone goes out once the camera is out, and no sooner: the others are asked to negotiate once', async () => {
  const { cameraIsOut, microphone, done } = publishing()
  await vi.advanceTimersByTimeAsync(999)
  expect(microphone).not.toHaveBeenCalled()
  cameraIsOut()
  await done
  expect(microphone).toHaveBeenCalledOnce()
})

test('a camera that does not come out holds the sound back for a second', async () => {
  const { microphone } = publishing()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(microphone).toHaveBeenCalledOnce()
})

function publishing() {
  let cameraIsOut = () => {}
  const camera = new Promise<void>((resolve) => { cameraIsOut = resolve })
  const microphone = vi.fn(() => Promise.resolve())
  return { cameraIsOut, microphone, done: publishInOrder(() => camera, microphone) }
}
