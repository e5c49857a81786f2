import type { CertificateContent } from './certificate.ts'
import {
  type CertificateFacts,
  certificateLanguage,
  daysOf,
  signatoriesOf,
  trackTitle,
  writtenText,
} from './event-facts.server.ts'
import { defaultStatement, fillStatement } from './statement.ts'
import { translator } from '#app/locales/translate.ts'
import { countryName, formatDays } from '#app/values/dates.ts'
import { inLanguage } from '#app/values/in-language.ts'

interface Bearer {
  trackId: string | null
  name: string
  latinName: string | null
}

/** All that one certificate says, in the language of the course. */
export function writeContent(
  facts: CertificateFacts,
  { trackId, name, latinName }: Bearer,
  { number, issuedOn }: { number: number; issuedOn: string },
): CertificateContent {
  const language = certificateLanguage(facts, trackId)
  const t = translator(language)
  const track = trackTitle(facts, trackId, language)
  const country = facts.country === null ? null : countryName(facts.country, language)
  const place =
    facts.format === 'online'
      ? t('certificate.online')
      : [facts.venue, facts.city ?? country].filter(Boolean).join(t('common.listSeparator'))
  const dates = formatDays(facts.startsOn, facts.endsOn, language)
  const [days, hours] = [daysOf(facts), facts.hours]
  const filled = { track, days, hours, place, dates }
  const body = writtenText(facts, trackId, language) ?? defaultStatement(language, filled)
  return {
    name,
    latinName,
    event: inLanguage(facts.titles, language, facts.language)?.title ?? facts.slug,
    series: inLanguage(facts.names, language)?.name ?? '',
    mark: facts.mark,
    host: facts.host,
    track,
    statement: fillStatement(body, filled, language),
    days,
    hours,
    startsOn: facts.startsOn,
    endsOn: facts.endsOn,
    place,
    signatories: signatoriesOf(facts, trackId),
    language,
    number,
    issuedOn,
  }
}
