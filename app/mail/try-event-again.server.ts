import { type Kysely, sql } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface TryEventAgain {
  eventId: string
  /** One mail, or all that could not be delivered, of one kind or to one domain. */
  which: { messageId: string } | { template: string | null; domain: string | null }
  now: Instant
  actor: Actor
}

/** Gives mails of an event that could not be delivered a fresh start. Refused where there are none such. */
export async function tryEventAgain(
  db: Kysely<Database>,
  { eventId, which, now, actor }: TryEventAgain,
): Promise<Result<{ count: number }, 'not-undeliverable' | 'busy'>> {
  return await transact<{ count: number }, 'not-undeliverable'>(db, async (db) => {
    const { template, domain } = 'messageId' in which ? { template: null, domain: null } : which
    const changed = await db
      .updateTable('messages')
      .set({ state: 'waiting', dueAt: now, attempts: 0, lastError: null })
      .where('eventId', '=', eventId)
      .where('state', '=', 'undeliverable')
      .where('recipientEmail', '<>', '')
      .$if('messageId' in which, (query) => query.where('id', '=', 'messageId' in which ? which.messageId : ''))
      .$if(template !== null, (query) => query.where('template', '=', template!))
      .$if(domain !== null, (query) =>
        query.where(sql<string>`substr(recipient_key, instr(recipient_key, '@') + 1)`, '=', domain!),
      )
      .executeTakeFirst()
    const count = Number(changed.numUpdatedRows)
    if (count === 0) throw new Refused({ code: 'not-undeliverable' as const })
    const one = 'messageId' in which
    await recordAudit(db, now, [
      {
        actor,
        action: one ? 'message.tried-again' : 'event.mail-tried-again',
        objectKind: one ? 'message' : 'event',
        objectId: one ? which.messageId : eventId,
        eventId,
        before: { state: 'undeliverable' },
        after: { state: 'waiting', ...(one ? {} : { count, template, domain }) },
      },
    ])
    return { count }
  })
}
