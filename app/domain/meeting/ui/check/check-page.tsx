import { fill } from '#app/i18n/fill.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { scriptText } from '#app/ui/island/script-text.ts'
import { CHECK_DATA, CHECK_ROOT, type CheckPageData } from './check-page-data.ts'

/** The page as the server sends it: what is needed, in words; the island adds the trying. */
export function CheckPage({ page }: { page: CheckPageData }) {
  const { isHost, host, links, texts: { tests: { page: words } } } = page
  return (
    <div className="check-page">
      <header className="check-head">
        <h1>{words.title}</h1>
        <p className="lede">{isHost ? words.ledeHost : fill(words.lede, { name: host.name })}</p>
      </header>
      <div id={CHECK_ROOT}>
        <section className="check-needs" aria-labelledby="check-needs">
          <h2 id="check-needs">{words.needs}</h2>
          <ul><li>{words.needBrowser}</li><li>{words.needDevices}</li><li>{words.needNetwork}</li></ul>
          <noscript><p className="notice" data-tone="caution">{words.noScript}</p></noscript>
        </section>
      </div>
      <p className="row">
        <LinkButton href={links.room}>{words.toRoom}</LinkButton>
        {links.booking && <LinkButton href={links.booking} tone="plain">{words.toBooking}</LinkButton>}
      </p>
      <script type="application/json" id={CHECK_DATA} dangerouslySetInnerHTML={{ __html: scriptText(page) }} />
    </div>
  )
}
