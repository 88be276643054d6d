import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import type { CallView } from '../../call/call.ts'
import type { Person } from '../../call/people.ts'
import type { LocalMedia } from '../../device/own-media.ts'
import type { RoomScene } from '../../room-scene.ts'
import { wordsOnTile } from '../../stall/stall-words.ts'
import type { StageInHand } from '../choices/use-stage.ts'
import type { SideControl } from '../controls/side-control.ts'
import type { Showing } from '../showing.ts'
import { arrange, isSameSpot, type Arrangement, type Spot } from './arrange.ts'
import { Interrupted } from './interrupted.tsx'
import { OwnTile, PersonTile, ScreenTile, Sound, type TilePlace } from './tiles.tsx'
import { useKeptPeople } from './use-kept-people.ts'
import { useSpeaker } from './use-speaker.ts'
import { Alone, OwnShare, SoundBlocked } from './words.tsx'

type StageProps = { scene: RoomScene; view: CallView; media: LocalMedia; stage: StageInHand; side: SideControl } & {
  shown: Showing['tile']
  onSoundOn: () => void
  onShareStop: () => void
  children?: ReactNode
}

/** Everybody's pictures. It keeps its shape while the line is broken. */
export function Stage({ scene, view, media, stage, side, shown, onSoundOn, onShareStop, children }: StageProps) {
  const { texts } = scene
  const { isSharing, isSoundBlocked, state } = view
  const people = useKeptPeople(view.people, state.stage === 'interrupted')
  const speakerId = useSpeaker(people)
  const arrangement = arrange(people, { ...stage.view, speakerId, hasDocument: shown !== null })
  const { shape, rest, large } = arrangement
  const hasFew = people.length < 2 && shape !== 'focus'
  const hideSelf = () => stage.actions.hideSelf(true)
  return (
    <section className="stage" aria-label={texts.stage.label} data-layout={shape} data-rest={rest}>
      <div className="stage-people">
        {shown?.(isSameSpot(large, { kind: 'document' }))}
        <Tiles {...{ people, arrangement, texts, stage, view }} mayPin={!hasFew} />
        {people.length === 0 && !shown && <Alone scene={scene} view={view} />}
        {!stage.view.isSelfHidden && (
          <OwnTile
            {...{ media, texts }} isSpeaking={view.isSpeaking} stall={wordsOnTile(view.stalls, null, texts.stall)}
            onHide={people.length > 0 ? hideSelf : undefined}
          />
        )}
      </div>
      {stage.view.isSelfHidden && (
        <button type="button" className="show-me" onClick={() => stage.actions.hideSelf(false)}>
          <Icon name="person" size={20} />{texts.layout.showMe}
        </button>
      )}
      <div className="stage-words">
        <Interrupted scene={scene} view={view} side={side} isLong={stage.isTroubleLong} />
        {isSharing && <OwnShare texts={texts} onStop={onShareStop} />}
        {isSoundBlocked && <SoundBlocked texts={texts.stage} onSoundOn={onSoundOn} />}
        {children}
      </div>
      {people.flatMap((person) => person.sounds).map(({ id, sound }) => <Sound key={id} sound={sound} />)}
    </section>
  )
}

type TilesProps = Pick<StageProps, 'stage' | 'view'> & { people: Person[]; arrangement: Arrangement; texts: RoomScene['texts']; mayPin: boolean }

/** One list in one order whatever is large, so that no picture is taken down and put up again when that changes. */
function Tiles({ people, arrangement: { large }, texts, stage, view, mayPin }: TilesProps) {
  const sharer = people.find((person) => person.screen !== null)
  const questionOf = (id: string) => (view.door.hands.some(({ identity }) => identity === id) ? texts.talk.hand.plate : null)
  const placeOf = (spot: Spot): TilePlace => ({
    isLarge: isSameSpot(large, spot),
    isPinned: isSameSpot(stage.view.pinned, spot),
    ...(mayPin && { onPin: (isPinned: boolean) => stage.actions.pin(isPinned ? spot : null) }),
  })
  return (
    <>
      {sharer && <ScreenTile person={sharer} texts={texts} {...placeOf({ kind: 'screen' })} />}
      {people.map((person) => (
        <PersonTile
          key={person.id} {...{ person, texts }} question={questionOf(person.id)} stall={wordsOnTile(view.stalls, person.id, texts.stall)}
          {...placeOf({ kind: 'person', id: person.id })}
        />
      ))}
    </>
  )
}
