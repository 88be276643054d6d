import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { EchoStage } from './use-echo-test.ts'

type EchoTestProps = { stage: EchoStage; hasMicrophone: boolean; texts: Messages['room']['tests']['echo']; onRecord: () => void }

/** Four seconds of the own voice, to hear what the others will hear. */
export function EchoTest({ stage, hasMicrophone, texts, onRecord }: EchoTestProps) {
  const isBusy = stage === 'recording' || stage === 'playing'
  return (
    <section className="test" aria-labelledby="test-echo">
      <h2 id="test-echo">{texts.title}</h2>
      {stage === 'idle' && <p className="soft">{hasMicrophone ? texts.text : texts.needsMicrophone}</p>}
      {hasMicrophone && !isBusy && (
        <Button type="button" tone="quiet" onClick={onRecord}>
          <Icon name="microphone" size={20} /> {stage === 'idle' ? texts.record : texts.again}
        </Button>
      )}
      {stage !== 'idle' && <p className="test-now" role="status" data-stage={stage}>{texts[stage]}</p>}
    </section>
  )
}
