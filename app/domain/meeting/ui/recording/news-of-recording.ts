import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { RecordingView } from '../../recording.ts'

type NewsTexts = Messages['room']['recording']['news']

/** What has changed about the recording since the last look, as a sentence for the one who looks; null when nothing has. */
export function newsOfRecording(before: RecordingView | null, after: RecordingView | null, texts: NewsTexts): string | null {
  if (!after) return null
  const known = before?.id === after.id ? before : null
  if (known?.stage !== after.stage) return newStage(known, after, texts)
  if (after.stage !== 'asked') return null
  if (after.isMine) return known.missing.length > 0 && after.missing.length === 0 ? texts.ready : null
  return known.answer === 'open' && after.answer === 'yes' ? texts.noted : null
}

function newStage(known: RecordingView | null, after: RecordingView, texts: NewsTexts): string | null {
  if (after.stage === 'running') return texts.started
  if (after.stage === 'asked') return after.answer === 'open' ? fill(texts.asked, { name: after.askedBy }) : null
  // Whoever comes in later has not seen what ended.
  if (!known || after.reason === 'over') return null
  const { reason } = after
  const isNamed = after.endedBy !== null && (reason === 'refused' || reason === 'withdrawn' || reason === 'newcomer')
  if (isNamed) return fill(texts[reason], { name: after.endedBy ?? '' })
  return known.stage === 'asked' ? texts.notRecorded : texts.ended
}
