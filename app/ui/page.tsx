import type { ReactNode } from 'react'

export type PageTexts = { skipToContent: string; productName: string; language: string }

export type PageLink = { href: string; label: string; isCurrent?: boolean }

type PageProps = {
  texts: PageTexts
  /** Where the name in the corner leads. */
  homeHref: string
  /** The same page in the other language, named in that language. */
  otherLanguage?: { href: string; label: string; tag: string }
  links?: readonly PageLink[]
  foot?: ReactNode
  children: ReactNode
}

/** The frame around a page: name, links, language, the page itself, and the foot. */
export function Page({ texts, homeHref, otherLanguage, links, foot, children }: PageProps) {
  return (
    <div className="page">
      <a className="skip" href="#content">{texts.skipToContent}</a>
      <header className="page-head">
        <a className="page-name" href={homeHref}>{texts.productName}</a>
        <nav className="page-nav" aria-label={links ? texts.productName : texts.language}>
          {links?.map((link) => (
            <a key={link.href} href={link.href} aria-current={link.isCurrent ? 'page' : undefined}>{link.label}</a>
          ))}
          {otherLanguage && (
            <a href={otherLanguage.href} hrefLang={otherLanguage.tag} lang={otherLanguage.tag}>{otherLanguage.label}</a>
          )}
        </nav>
      </header>
      <main className="page-main" id="content" tabIndex={-1}>{children}</main>
      {foot && <footer className="page-foot">{foot}</footer>}
    </div>
  )
}
