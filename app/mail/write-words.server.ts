import type { Kysely } from 'kysely'
import { fillLine, fillWords } from './fill-words.ts'
import { mailEvent } from './mail-event.server.ts'
import type { MailSite } from './mail-site.ts'
import { type WordsSubject } from './own-values.server.ts'
import { wordsValues } from './words-values.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'
import { broadcast, type OrganizersWords } from '#emails/broadcast.ts'
import type { Letter } from '#emails/layout.ts'

export interface WordsText {
  language: string
  subject: string
  body: string
}

/** Who reads it. */
export interface WordsReader {
  name: string
  emailKey: string
  language: string
}

interface Wanted {
  eventId: string
  texts: WordsText[]
  subject: WordsSubject
  reader: WordsReader
  isTest?: boolean
}

/**
 * A mail in an organizer's words, for one reader, in their language, else in the event's: as it is sent and as it is
 * looked at before. Null when what it is about is gone, or nothing is written.
 */
export async function writeWords(
  db: Kysely<Database>,
  site: MailSite,
  { eventId, texts, subject, reader, isTest = false }: Wanted,
): Promise<{ letter: Letter; language: string; contactEmail: string | null } | null> {
  const text = await chooseText(db, eventId, texts, reader.language)
  const event = text && (await mailEvent(db, site, eventId, text.language))
  const known = event && (await wordsValues(db, site, { event, subject, reader, textLanguage: text.language }))
  if (!event || !known || known.as === 'order') return null
  const letter = broadcast({
    language: reader.language,
    event,
    recipientName: known.values.name!.text,
    subject: fillLine(text.subject, known.as, known.values),
    words: { language: text.language, ...fillWords(text.body, known.as, known.values) },
    as: known.as,
    isTest,
  })
  return { letter, language: text.language, contactEmail: event.contactEmail }
}

/** What the organizers of an event add to every confirmation and ticket, filled in; null when they add nothing. */
export async function confirmationWords(
  db: Kysely<Database>,
  site: MailSite,
  { eventId, subject, reader }: Pick<Wanted, 'eventId' | 'subject' | 'reader'>,
): Promise<OrganizersWords | null> {
  const texts = await db
    .selectFrom('broadcasts')
    .innerJoin('broadcastTexts as text', 'text.broadcastId', 'broadcasts.id')
    .select(['text.language', 'text.subject', 'text.body'])
    .where('broadcasts.eventId', '=', eventId)
    .where('broadcasts.kind', '=', 'confirmation')
    .where('broadcasts.state', '=', 'scheduled')
    .execute()
  if (texts.length === 0) return null
  const text = await chooseText(db, eventId, texts, reader.language)
  const event = text && (await mailEvent(db, site, eventId, text.language))
  const known = event && (await wordsValues(db, site, { event, subject, reader, textLanguage: text.language }))
  // It goes with orders and with tickets, so it is written with what an order has.
  return known ? { language: text.language, ...fillWords(text.body, 'order', known.values) } : null
}

async function chooseText(db: Kysely<Database>, eventId: string, texts: WordsText[], language: string) {
  const own = await db.selectFrom('events').select('language').where('id', '=', eventId).executeTakeFirst()
  return own && inLanguage(texts, language, own.language)
}
