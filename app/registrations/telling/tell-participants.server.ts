import type { Kysely } from 'kysely'
import { listTold } from './told.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages, type TemplateName } from '#app/mail/enqueue.server.ts'
import type { EventBefore } from '#app/mail/event-before.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export type EventNewsTemplate = Extract<TemplateName, `event-${'moved' | 'postponed' | 'reinstated'}`>

/** So many messages at once stay below both databases’ limits of parameters. */
const AT_ONCE = 200

/**
 * Stores one mail to each person who has a seat or ordered one, once for one occasion; to be called in the transaction
 * of the change, after it. `before` is how the event was (`eventBefore`): each mail is written from that and from what
 * is true when it is sent. Returns how many people are told: nobody of an event that the public does not see.
 */
export async function tellParticipants(
  db: Kysely<Database>,
  {
    eventId,
    template,
    occasion,
    before,
    now,
    actor,
  }: {
    eventId: string
    template: EventNewsTemplate
    occasion: string
    before: EventBefore
    now: Instant
    actor: Actor
  },
): Promise<Result<{ told: number }, 'busy'>> {
  return await transact(db, async (db) => {
    const event = await db.selectFrom('events').select('status').where('id', '=', eventId).executeTakeFirst()
    const people = event?.status === 'published' ? await listTold(db, eventId, template) : []
    for (let from = 0; from < people.length; from += AT_ONCE) {
      const messages = people.slice(from, from + AT_ONCE).map(({ email, name, language }) => ({
        template,
        subjectId: eventId,
        recipient: { email, name },
        language,
        occasion,
        eventId,
        props: { ...before },
      }))
      await enqueueMessages(db, messages, now)
    }
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
