import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { dayText } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { CopyField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { OneOffState } from '../../../one-off/one-off.ts'
import { guestsText, briefMoment, type Reader } from '../words.ts'
import { LinkForm, type LinkFormState } from './link-form.tsx'

export type DeskLink = {
  id: string
  name: string
  companyName: string
  title: string
  minutes: number
  starts: number[]
  expiresAt: number
  state: OneOffState
  /** Secret included; null once it opens nothing. */
  url: string | null
  meetingId: string | null
}

export type LinksViewProps = { links: DeskLink[]; reader: Reader; form: LinkFormState; news: { kind: 'made' | 'revoked'; name: string } | null }

/** The consultant's links for one person each, and the form that makes another. */
export function LinksView({ links, reader, form, news }: LinksViewProps) {
  const { links: texts } = messages(reader.locale).asking
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{texts.title}</h1>
        <p className="soft">{texts.lede}</p>
      </header>
      {news && <Notice isNews><p>{fill(texts[news.kind], { name: news.name })}</p></Notice>}
      {links.length === 0 && <p className="soft">{texts.empty}</p>}
      <ul className="desk-asked">{links.map((link) => <Line key={link.id} link={link} reader={reader} />)}</ul>
      <section className="desk-add" aria-labelledby="add">
        <h2 id="add">{texts.addTitle}</h2>
        <LinkForm form={form} locale={reader.locale} />
      </section>
    </div>
  )
}

function Line({ link, reader }: { link: DeskLink; reader: Reader }) {
  const { locale, timeZone } = reader
  const { asking: { links: texts }, common, desk: { today } } = messages(locale)
  const { id, name, state, url, title, minutes, meetingId } = link
  return (
    <li className="desk-link" id={`link-${id}`}>
      <div>
        <p className="desk-asked-who">{guestsText([link], today, locale)}</p>
        <p className="small">{texts.states[state]} · {fill(texts.about, { title, minutes, day: dayText(link.expiresAt - 1, timeZone, locale) })}</p>
        <p className="soft small">{link.starts.map((at) => briefMoment(at, reader)).join(' · ')}</p>
        {meetingId && <p><a href={paths.deskMeeting(meetingId)}>{texts.toMeeting}</a></p>}
      </div>
      {url && (
        <>
          <CopyField id={`url-${id}`} label={fill(texts.link, { name })} hint={fill(texts.linkHint, { name })} value={url} texts={common} />
          <form method="post">
            <input type="hidden" name="id" value={id} />
            <Button tone="plain" name="intent" value="revoke" aria-label={fill(texts.revokeNamed, { name })}>{texts.revoke}</Button>
          </form>
        </>
      )}
    </li>
  )
}
