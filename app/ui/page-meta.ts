import type { MetaDescriptor } from '@remix-run/node'
import { messages } from '#app/i18n/messages.ts'
import { languageOf, type Language, type Locale } from '#app/kernel/locale.ts'

type PublicPage = {
  locale: Locale
  title: string
  description: string
  /** Address of the site, without a slash at its end. */
  origin: string
  path: (language: Language) => string
}

/** What search engines are told of a page that stands in both languages. */
export function publicMeta({ locale, title, description, origin, path }: PublicPage): MetaDescriptor[] {
  const link = (rel: string, href: string, hrefLang?: string) => ({ tagName: 'link', rel, href: origin + href, hrefLang })
  return [
    ...titleMeta(title, locale),
    { name: 'description', content: description },
    link('canonical', path(languageOf(locale))),
    link('alternate', path('da'), 'da'),
    link('alternate', path('en'), 'en'),
    link('alternate', path('da'), 'x-default'),
  ]
}

/** A page that only its own visitor may find. */
export function personalMeta(title: string, locale: Locale): MetaDescriptor[] {
  return [...titleMeta(title, locale), { name: 'robots', content: 'noindex, nofollow' }]
}

function titleMeta(title: string, locale: Locale): MetaDescriptor[] {
  return [{ title: `${title} · ${messages(locale).common.productName}` }]
}
