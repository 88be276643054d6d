import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { SpeakerState } from '../../../meeting.ts'
import type { SpeakerActions, SpeakerStage } from './use-speaker-test.ts'

type SpeakerTestProps = { stage: SpeakerStage; found: SpeakerState | undefined; texts: Messages['room']['tests']['speaker']; actions: SpeakerActions }

/** Three notes, and the question that no machine can answer. */
export function SpeakerTest({ stage, found, texts, actions }: SpeakerTestProps) {
  const isPlaying = stage === 'playing'
  const wasPlayed = stage === 'asked' || found !== undefined
  return (
    <section className="test" aria-labelledby="test-speaker">
      <h2 id="test-speaker">{texts.title}</h2>
      {stage === 'idle' && !found && <p className="soft">{texts.text}</p>}
      <Button type="button" tone="quiet" aria-disabled={isPlaying} onClick={() => { if (!isPlaying) actions.play() }}>
        <Icon name="sound" size={20} /> {isPlaying ? texts.playing : wasPlayed ? texts.again : texts.play}
      </Button>
      {stage === 'asked' && (
        <div className="test-question" role="group" aria-labelledby="test-speaker-question">
          <p id="test-speaker-question" role="status">{texts.question}</p>
          <div className="row">
            <Button type="button" onClick={() => actions.answer('heard')}>{texts.yes}</Button>
            <Button type="button" tone="quiet" onClick={() => actions.answer('unheard')}>{texts.no}</Button>
          </div>
        </div>
      )}
      {stage === 'idle' && found === 'heard' && <p className="test-good" role="status"><Icon name="check" size={20} />{texts.heard}</p>}
      {stage === 'idle' && found === 'unheard' && <Notice tone="caution" title={texts.unheard} isNews><p>{texts.unheardHelp}</p></Notice>}
    </section>
  )
}
