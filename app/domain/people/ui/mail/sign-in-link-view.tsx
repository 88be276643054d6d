import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'

/** One button that signs in, or why the link from the mail no longer does. */
export function SignInLinkView({ locale, fault }: { locale: Locale; fault: 'gone' | 'tooMany' | null }) {
  const { common, desk, delivery: { signIn: texts } } = messages(locale)
  const { title, text, again } = texts.gone
  return (
    <Page texts={common} homeHref={paths.front(locale)}>
      <div className="desk">
        <header className="desk-head">
          <h1>{fault === 'gone' ? title : texts.page.title}</h1>
          <p className="lede">{fault === 'gone' ? text : texts.page.lede}</p>
        </header>
        {fault === 'tooMany' && <Notice tone="danger" isNews><p>{desk.signIn.tooMany}</p></Notice>}
        {fault === 'gone' ? <p><LinkButton href={paths.deskSignIn()}>{again}</LinkButton></p> : (
          <form method="post"><p><Button size="large">{texts.page.submit}</Button></p></form>
        )}
      </div>
    </Page>
  )
}
