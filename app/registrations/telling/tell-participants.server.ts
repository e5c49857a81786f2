import type { Kysely } from 'kysely'
import { type EventNewsTemplate, planTelling, type Told } from './told.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { EventBefore } from '#app/mail/event-before.ts'
import { type OwnWords, ownWord } from '#app/mail/own-word.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** So many messages at once stay below both databases’ limits of parameters. */
const AT_ONCE = 200

export interface News {
  eventId: string
  template: EventNewsTemplate
  occasion: string
  /** How the event was (`eventBefore`): each mail is written from that and from what is true when it is sent. */
  before: EventBefore
  /** What the organizers add in their own words. */
  words?: OwnWords
  now: Instant
}

/**
 * Stores one mail to each person who has a seat or ordered one, once for one occasion; to be called in the transaction
 * of the change, after it. Returns how many people are told: nobody of an event that the public does not see.
 */
export async function tellParticipants(
  db: Kysely<Database>,
  { actor, ...news }: News & { actor: Actor },
): Promise<Result<{ told: number }, 'busy'>> {
  return await transact(db, async (db) => {
    const { eventId, template, occasion, now } = news
    const event = await db.selectFrom('events').select('status').where('id', '=', eventId).executeTakeFirst()
    const people = event?.status === 'published' ? (await planTelling(db, eventId, template)).told : []
    await storeNews(db, people, news)
    if (people.length > 0)
      await recordAudit(db, now, [
        {
          actor,
          action: 'event.told',
          objectKind: 'event',
          objectId: eventId,
          eventId,
          after: { template, occasion, people: people.length },
        },
      ])
    return { told: people.length }
  })
}

/** The mails themselves. That it is cancelled is told about an order, everything else about the event. */
export async function storeNews(
  db: Kysely<Database>,
  people: Told[],
  { eventId, template, occasion, before, words = {}, now }: News,
): Promise<void> {
  if (people.length === 0) return
  const event = await db.selectFrom('events').select('language').where('id', '=', eventId).executeTakeFirstOrThrow()
  const isCancelled = template === 'event-cancelled'
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const messages = people.slice(from, from + AT_ONCE).map(({ email, name, language, orderId }) => ({
      template,
      subjectId: isCancelled ? orderId : eventId,
      recipient: { email, name },
      language,
      occasion: isCancelled ? '' : occasion,
      eventId,
      props: { ...(isCancelled ? {} : before), ...ownWord(words, language, event.language) },
    }))
    await enqueueMessages(db, messages, now)
  }
}
