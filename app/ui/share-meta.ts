import type { MetaDescriptor } from '@remix-run/react'
import { LANGUAGES } from '#app/locales/languages.ts'
import { inLanguage } from './use-page.ts'

/** What search engines and messengers read: a canonical address, the same page in other languages, Open Graph. */
export function shareMeta({
  baseUrl,
  prefix,
  path,
  title,
  description,
}: {
  baseUrl: string
  prefix: string
  path: string
  title: string
  description: string
}): MetaDescriptor[] {
  const url = baseUrl + inLanguage(prefix, path)
  return [
    ...(description ? [{ name: 'description', content: description }] : []),
    { tagName: 'link', rel: 'canonical', href: url },
    ...LANGUAGES.map(({ code }) => ({
      tagName: 'link' as const,
      rel: 'alternate',
      hrefLang: code,
      href: baseUrl + inLanguage(`/${code}`, path),
    })),
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: baseUrl + path },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: 'Plenary' },
    { property: 'og:title', content: title },
    ...(description ? [{ property: 'og:description', content: description }] : []),
    { property: 'og:url', content: url },
  ]
}
