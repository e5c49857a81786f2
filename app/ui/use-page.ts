import { useRouteLoaderData } from '@remix-run/react'
import { type Language, directionOf } from '#app/locales/languages.ts'
import { type Translate, translator } from '#app/locales/translate.ts'
import type { loader } from '#app/root.tsx'

export interface Page {
  t: Translate
  language: Language
  direction: 'ltr' | 'rtl'
  /** An address of ours in the reader's language: `path('/events')` is `/fr/events` on a French page. */
  path: (address: string) => string
  /** The moment of the request. */
  now: string
}

/** The language, texts and addresses of the page that is being rendered. */
export function usePage(): Page {
  const root = useRouteLoaderData<typeof loader>('root')
  const language = root?.language ?? 'en'
  const prefix = root?.prefix ?? ''
  return {
    t: translator(language),
    language,
    direction: directionOf(language),
    path: (address) => (address === '/' && prefix ? prefix : `${prefix}${address}`),
    now: root?.now ?? '',
  }
}
