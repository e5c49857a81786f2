import type { MetaDescriptor } from '@remix-run/react'
import { isLanguage } from '#app/locales/languages.ts'
import { type Translate, translator } from '#app/locales/translate.ts'

interface Matched {
  matches: { id: string; data?: unknown }[]
}

/** A page's title (`… – Plenary`) and what else belongs into its head, in the page's language. */
export function pageMeta(
  { matches }: Matched,
  describe: (t: Translate) => { title: string; more?: MetaDescriptor[] },
): MetaDescriptor[] {
  const root = matches.find((match) => match.id === 'root')?.data as { language?: string } | undefined
  const t = translator(isLanguage(root?.language) ? root.language : 'en')
  const { title, more = [] } = describe(t)
  return [{ title: t('common.pageTitle', { title }) }, ...more]
}
