import type { Kysely } from 'kysely'
import { newsOfVersion, occasionOf } from './news-of-version.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type TellRefusal = 'not-published' | 'version-old' | 'version-nobody' | 'busy'

/** So many messages at once stay below both databases’ limits of parameters. */
const AT_ONCE = 200

/**
 * Stores one mail to each person whom a version of the programme concerns, once per version and address: who came later
 * can be told later. Only of the newest version, since of an older one the mail would say what is not so any more.
 */
export async function tellOfVersion(
  db: Kysely<Database>,
  { eventId, number, now, actor }: { eventId: string; number: number; now: Instant; actor: Actor },
): Promise<Result<{ told: number }, TellRefusal>> {
  return await transact<{ told: number }, TellRefusal>(db, async (db) => {
    await lockEvent(db, eventId)
    const event = await db
      .selectFrom('events')
      .select(['status', 'programmeVersion'])
      .where('id', '=', eventId)
      .executeTakeFirstOrThrow()
    if (event.status !== 'published') throw new Refused({ code: 'not-published' as const })
    if (event.programmeVersion !== number) throw new Refused({ code: 'version-old' as const })
    const news = await newsOfVersion(db, { eventId, number })
    const readers = news?.readers ?? []
    if (readers.length === 0) throw new Refused({ code: 'version-nobody' as const })
    for (let from = 0; from < readers.length; from += AT_ONCE)
      await enqueueMessages(
        db,
        readers.slice(from, from + AT_ONCE).map(({ email, name, language }) => ({
          template: 'programme-changed',
          subjectId: eventId,
          recipient: { email, name },
          language,
          occasion: occasionOf(number),
          eventId,
          props: { version: number },
        })),
        now,
      )
    await recordAudit(db, now, [
      {
        actor,
        action: 'programme.told',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        after: { number, people: readers.length },
      },
    ])
    return { told: readers.length }
  })
}
