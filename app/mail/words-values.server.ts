import type { Kysely } from 'kysely'
import type { FilledValue, FilledValues } from './fill-words.ts'
import type { LoadedEvent } from './mail-event.server.ts'
import { addressOf, type MailSite } from './mail-site.ts'
import type { Placeholder, WordsFor } from './placeholders.ts'
import { type WordsSubject, ownValues } from './own-values.server.ts'
import { languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { countryName, formatDays, formatMoment } from '#app/values/dates.ts'
import { formatMoney } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

interface Reader {
  name: string
  emailKey: string
  /** Of the addresses that lead to their pages. */
  language: string
}

/**
 * What each placeholder stands for when a mail about an event is written for one reader: everything has a value, if
 * only the words for none. Null when the subject is gone. The texts are in `textLanguage`.
 */
export async function wordsValues(
  db: Kysely<Database>,
  site: MailSite,
  {
    event,
    subject,
    reader,
    textLanguage,
  }: { event: LoadedEvent; subject: WordsSubject; reader: Reader; textLanguage: string },
): Promise<{ as: WordsFor; values: FilledValues } | null> {
  const own = await ownValues(db, site, { eventId: event.id, subject, reader, textLanguage })
  if (!own) return null
  const t = translator(languageOf(textLanguage))
  const instead = (name: Placeholder, text: string | null | undefined): FilledValue => {
    const key = `broadcast.instead.${name}` as 'broadcast.instead.name'
    return { text: text || t(key) }
  }
  const { code, ticket, track, due, deadlineAt, wish, sessions } = own
  const place = placeOf(event, textLanguage, t('common.listSeparator'))
  const map = await mapOf(db, event.id)
  return {
    as: own.as,
    values: {
      name: instead('name', reader.name),
      event: { text: event.title },
      dates: event.isPostponed
        ? { text: t('mail.news.noDate') }
        : { text: formatDays(event.startsOn, event.endsOn, textLanguage) },
      place: event.format === 'online' ? { text: t('mail.online') } : instead('place', place),
      map: map ? { text: map, isAddress: true } : instead('map', place),
      contact: instead('contact', event.contactEmail),
      link: { text: own.url ?? addressOf(site, reader.language, `/events/${event.slug}`), isAddress: true },
      code: { text: code ?? '' },
      ticket: { text: ticket ?? '' },
      track: instead('track', track),
      balance: instead('balance', due && formatMoney(due, textLanguage)),
      deadline: instead('deadline', deadlineAt && formatMoment(deadlineAt, event.zone, textLanguage)),
      wish: { text: wish ?? '' },
      sessions: { text: sessions ?? '' },
    },
  }
}

function placeOf({ venue, city, country }: LoadedEvent, language: string, separator: string): string {
  return [venue, city, country && countryName(country, language)].filter(Boolean).join(separator)
}

async function mapOf(db: Kysely<Database>, eventId: string): Promise<string | null> {
  const { latitude, longitude } = await db
    .selectFrom('events')
    .select(['latitude', 'longitude'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  if (latitude === null || longitude === null) return null
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
}
