import type { MetaDescriptor } from '@remix-run/react'
import type { RootData } from '#app/http/root-data.server.ts'
import { DEFAULT_LANGUAGE, isLanguage } from '#app/locales/languages.ts'
import { type Translate, translator } from '#app/locales/translate.ts'
import { shareMeta } from './share-meta.ts'

interface Matched {
  matches: { id: string; data?: unknown }[]
}

interface Described {
  title: string
  more?: MetaDescriptor[]
}

/**
 * A page's title (`… – Plenary`, `Error: …` when it is a form with errors) and what else belongs into its head, in the
 * page's language.
 */
export function pageMeta({ matches }: Matched, describe: (t: Translate) => Described): MetaDescriptor[] {
  const root = rootOf(matches)
  const t = translatorOf(root)
  const { title: own, more = [] } = describe(t)
  const title = root?.hasErrors ? t('common.errorTitle', { title: own }) : own
  return [{ title: t('common.pageTitle', { title }) }, ...more]
}

/**
 * The head of a page that the public finds and passes on: besides the title a description, the one address that
 * counts, the same in the other languages, and what other sites show of it (Open Graph). `address` is canonical and
 * without the language in front; `feeds` are other forms of the same, in
 * the page's language.
 */
export function publicMeta(
  { matches }: Matched,
  describe: (t: Translate) => Described & {
    description: string
    address: string
    feeds?: { type: string; address: string }[]
    isIndexed?: boolean
  },
): MetaDescriptor[] {
  const root = rootOf(matches)
  const t = translatorOf(root)
  const { title, description, address, feeds = [], isIndexed = true, more = [] } = describe(t)
  const { baseUrl = '', prefix = '' } = root ?? {}
  return [
    { title: t('common.pageTitle', { title }) },
    ...shareMeta({ baseUrl, prefix, path: address, title, description }),
    ...(isIndexed ? [] : [{ name: 'robots', content: 'noindex' }]),
    ...feeds.map((feed) => ({
      tagName: 'link' as const,
      rel: 'alternate',
      type: feed.type,
      href: `${baseUrl}/${root?.language ?? DEFAULT_LANGUAGE}${feed.address}`,
    })),
    ...more,
  ]
}

function rootOf(matches: Matched['matches']): RootData | undefined {
  return matches.find((match) => match.id === 'root')?.data as RootData | undefined
}

function translatorOf(root: RootData | undefined): Translate {
  return translator(isLanguage(root?.language) ? root.language : 'en')
}
