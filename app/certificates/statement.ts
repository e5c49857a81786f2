import { type Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'

/** What may stand in a text, in single braces. */
export const PLACEHOLDERS = ['track', 'days', 'hours', 'place', 'dates'] as const

export interface StatementFacts {
  track: string | null
  days: number
  hours: number
  place: string
  dates: string
}

/** What a certificate says where nobody wrote a text. */
export function defaultStatement(language: Language, facts: Pick<StatementFacts, 'track' | 'hours'>): string {
  const t = translator(language)
  if (facts.track === null) return t(facts.hours > 0 ? 'certificate.statement.hours' : 'certificate.statement.plain')
  return t(facts.hours > 0 ? 'certificate.statement.trackHours' : 'certificate.statement.track')
}

/** A text with what it leaves open filled in; numbers come with their word, as the language counts. */
export function fillStatement(body: string, facts: StatementFacts, language: Language): string {
  const t = translator(language)
  const values: Record<(typeof PLACEHOLDERS)[number], string> = {
    track: facts.track ?? '',
    days: t('certificate.days', { count: facts.days }),
    hours: facts.hours > 0 ? t('certificate.hours', { count: facts.hours }) : '',
    place: facts.place,
    dates: facts.dates,
  }
  return body.replaceAll(/\{(track|days|hours|place|dates)\}/g, (_all, name: keyof typeof values) => values[name])
}

/** Words in braces that mean nothing here. */
export function unknownPlaceholders(body: string): string[] {
  const known: readonly string[] = PLACEHOLDERS
  return [...body.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!).filter((name) => !known.includes(name))
}
