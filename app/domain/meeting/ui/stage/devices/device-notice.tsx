import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { RoomScene } from '../../room-scene.ts'
import type { StageInHand } from '../choices/use-stage.ts'

/** Which device is used now, with one press back; or what was plugged in, with one press to use it. Empty it is there to be heard. */
export function DeviceNotice({ stage: { view, actions }, texts }: { stage: StageInHand; texts: RoomScene['texts']['deviceNews'] }) {
  const { deviceNews: news } = view
  return (
    <div role="status">
      {news && (
        <div className="stage-word">
          <p>{fill(news.what === 'using' ? texts.using : texts.pluggedIn, { device: news.label })}</p>
          {news.other && (
            <Button type="button" tone="quiet" onClick={() => actions.takeDevice(news)}>{news.what === 'using' ? texts.undo : texts.use}</Button>
          )}
          <button type="button" className="word-close" aria-label={texts.dismiss} title={texts.dismiss} onClick={actions.dismissDeviceNews}>
            <Icon name="close" size={18} />
          </button>
        </div>
      )}
    </div>
  )
}
