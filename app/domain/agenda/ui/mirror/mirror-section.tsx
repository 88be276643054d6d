import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { SECOND_MS } from '#app/kernel/time.ts'
import { VisuallyHidden } from '#app/ui/time.tsx'
import type { Agenda } from '../../agenda.ts'
import { ownPercent, type ItemShare, type MirrorView } from '../../mirror/mirror.ts'
import { minutesAndSeconds } from '../panel/items/countdown.ts'

type MirrorSectionProps = { view: MirrorView; items: Agenda['items']; texts: Messages['room']['mirror'] }

/** Who spoke how long, point by point, and the host's own part of it; for hosts alone. It says nothing about what would be right. */
export function MirrorSection({ view: { shares, uncounted }, items, texts }: MirrorSectionProps) {
  const lines = [...items.map(({ id, title }) => ({ id, title })), { id: null, title: texts.between }].flatMap(({ id, title }) => {
    const share = shares.find(({ itemId }) => itemId === id)
    return share ? [{ id, title, share }] : []
  })
  return (
    <section className="mirror" aria-label={texts.title}>
      <h3 className="mirror-title">{texts.title} <span className="soft small">{texts.onlyYou}</span></h3>
      {lines.length === 0 && <p className="soft">{texts.none}</p>}
      <ul className="mirror-lines">
        {lines.map(({ id, title, share }) => <li key={id ?? ''}><MirrorLine {...{ title, share, texts }} /></li>)}
      </ul>
      {uncounted > 0 && <p className="soft small">{uncounted === 1 ? texts.uncountedOne : fill(texts.uncounted, { count: uncounted })}</p>}
    </section>
  )
}

function MirrorLine({ title, share, texts }: { title: string; share: ItemShare; texts: MirrorSectionProps['texts'] }) {
  const percent = ownPercent(share)
  const point = /[.:?!…]$/u.test(title) ? title : `${title}:`
  return (
    <>
      <p>{percent === null ? fill(texts.tooLittle, { point }) : fill(texts.share, { point, percent })}</p>
      {percent !== null && <progress className="panel-progress" aria-hidden="true" max={100} value={percent} />}
      <ul className="mirror-people">
        <PersonTime name={texts.you} ms={share.ownMs} texts={texts} />
        {share.others.map(({ seatId, name, ms }) => <PersonTime key={seatId} {...{ name, ms, texts }} />)}
      </ul>
    </>
  )
}

/** The clock's way of writing it is heard as a time of day, so that is said in words. */
function PersonTime({ name, ms, texts }: { name: string; ms: number; texts: MirrorSectionProps['texts'] }) {
  const seconds = Math.round(ms / SECOND_MS)
  const minutes = Math.floor(seconds / 60)
  return (
    <li>
      {name}{' '}
      <span aria-hidden="true">{minutesAndSeconds(seconds)}</span>
      <VisuallyHidden>{fill(minutes === 0 ? texts.spokenBriefly : texts.spoken, { minutes, seconds: seconds % 60 })}</VisuallyHidden>
    </li>
  )
}
