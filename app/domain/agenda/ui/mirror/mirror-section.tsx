import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { Agenda } from '../../agenda.ts'
import { ownPercent, type MirrorView, type OwnShare } from '../../mirror/mirror.ts'

type MirrorSectionProps = { view: MirrorView; items: Agenda['items']; texts: Messages['room']['mirror'] }

/** How much of the talking was the host's own, point by point; for the host alone. It says nothing about what would be right. */
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

function MirrorLine({ title, share, texts }: { title: string; share: OwnShare; texts: MirrorSectionProps['texts'] }) {
  const percent = ownPercent(share)
  const point = /[.:?!…]$/u.test(title) ? title : `${title}:`
  return (
    <>
      <p>{percent === null ? fill(texts.tooLittle, { point }) : fill(texts.share, { point, percent })}</p>
      {percent !== null && <progress className="panel-progress" aria-hidden="true" max={100} value={percent} />}
    </>
  )
}
