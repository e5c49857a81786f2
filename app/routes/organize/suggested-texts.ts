import type { OwnKind } from '#app/broadcasts/own/own-kinds.ts'
import { isLanguage } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'

/** What an event may write of its own, in those of the languages that Plenary speaks. */
export function suggestedTexts(kind: OwnKind, languages: string[]) {
  return languages.filter(isLanguage).map((language) => {
    const t = translator(language)
    return { language, subject: t(`broadcast.suggest.${kind}.subject`), body: t(`broadcast.suggest.${kind}.body`) }
  })
}
