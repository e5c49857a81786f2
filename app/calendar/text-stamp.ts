import { createHash } from 'node:crypto'
import type { CalendarSite } from './event-calendar.server.ts'
import { event as english } from '#app/locales/en/event.ts'
import { translator } from '#app/locales/translate.ts'
import type { Instant } from '#app/values/moment.ts'
import { zoneData } from '#app/values/zones/zone-registry.ts'

/** To be raised by whoever changes how entries are written: the test beside this says so, and what it has to be. */
export const FORMAT = 1

type Site = Pick<CalendarSite, 'baseUrl' | 'uidDomain' | 'language'>

/** How entries are written for a site in a language: form, words, names of countries and days, time zones. */
export function mannerOf(site: Site): string {
  const { source, version } = zoneData()
  const facts = [FORMAT, source, version, process.versions.icu, site.baseUrl, site.uidDomain, site.language].join('\n')
  const known = manners.get(facts)
  if (known !== undefined) return known
  const hash = createHash('sha256').update(facts)
  for (const word of wordsOf(site)) hash.update(`\n${word}`)
  const manner = hash.digest('base64url').slice(0, 16)
  manners.set(facts, manner)
  return manner
}

const manners = new Map<string, string>()

function wordsOf({ language }: Site): string[] {
  const t = translator(language)
  const keys = Object.keys(english.ics) as (keyof typeof english.ics)[]
  return [...keys.map((key) => t(`event.ics.${key}`)), t('event.online'), t('event.about.formats.hybrid')]
}

/** What tells whether a kept text is still what would be written now; `kept-texts.server.ts` has the same in SQL. */
export function stampOf(
  manner: string,
  { sequence, calendarAt, updatedAt }: { sequence: number; calendarAt: Instant | null; updatedAt: Instant },
): string {
  return `${manner}.${sequence}.${calendarAt ?? updatedAt}`
}
