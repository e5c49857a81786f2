import { useRouteLoaderData } from '@remix-run/react'
import { type Language, directionOf } from '#app/locales/languages.ts'
import { type Translate, translator } from '#app/locales/translate.ts'
import type { RootData } from '#app/http/root-data.server.ts'

export interface Page {
  t: Translate
  language: Language
  direction: 'ltr' | 'rtl'
  /** An address of ours in the reader's language: `path('/events')` is `/fr/events` on a French page. */
  path: (address: string) => string
  /** The moment of the request. */
  now: string
  /** The page's own address with its query, without the language in front. */
  address: string
  requestId: string
  /** Where people write to when they are stuck. */
  contactEmail: string
  isDemonstration: boolean
  hasOutbox: boolean
  /** The address of a calendar or a feed, always with its language: programs are answered by that and by nothing else. */
  feed: (address: string) => string
}

/** The language, texts and addresses of the page that is being rendered. */
export function usePage(): Page {
  const root = useRouteLoaderData<() => RootData>('root')
  const known = root && pages.get(root)
  if (known) return known
  const page = pageOf(root)
  if (root) pages.set(root, page)
  return page
}

/** Most of what is on a page asks for it. */
const pages = new WeakMap<RootData, Page>()

function pageOf(root: RootData | undefined): Page {
  const language = root?.language ?? 'en'
  const prefix = root?.prefix ?? ''
  return {
    t: translator(language),
    language,
    direction: directionOf(language),
    path: (address) => inLanguage(prefix, address),
    now: root?.now ?? '',
    address: root?.address ?? '/',
    requestId: root?.requestId ?? '',
    contactEmail: root?.contactEmail ?? '',
    isDemonstration: root?.isDemonstration ?? false,
    hasOutbox: root?.hasOutbox ?? false,
    feed: (address) => `/${language}${address}`,
  }
}

/** An address under a prefix: '' or '/fr'. The front page of a language is `/fr`. */
export function inLanguage(prefix: string, address: string): string {
  return prefix && /^\/(?=\?|$)/.test(address) ? prefix + address.slice(1) : prefix + address
}
