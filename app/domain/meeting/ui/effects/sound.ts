/**
 * What the browser makes of the microphone's sound. Echo is always taken out, for the others would hear themselves;
 * noise only where the person wants it, for it takes music and a second voice along (Media Capture and Streams,
 * `noiseSuppression`; `voiceIsolation` where a browser has it).
 */
export function soundConstraints(isNoiseReduced: boolean) {
  return { echoCancellation: true, autoGainControl: true, noiseSuppression: isNoiseReduced, voiceIsolation: isNoiseReduced }
}
