import type { Kysely } from 'kysely'
import { changedMails } from './changed-mails.server.ts'
import { endChange, openChanges } from './open-changes.server.ts'
import { moveSeat } from './move-seat.server.ts'
import { withdrawChange } from './withdraw-change.server.ts'
import { writeProof } from './write-proof.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Ids of seats. `unchanged`: it could not be done after all, and the order is no longer asked for it. */
export interface CompletedChanges {
  changed: string[]
  unchanged: string[]
}

/**
 * The money that changes of ticket waited for is here: each becomes what it was to become, with the seats that were set
 * aside for it. Inside the transaction that books the money, with the order locked; money is never refused for a
 * change that does not work out.
 */
export async function completeChanges(
  db: Kysely<Database>,
  { orderId, now, actor }: { orderId: string; now: Instant; actor: Actor },
): Promise<CompletedChanges> {
  const completed: CompletedChanges = { changed: [], unchanged: [] }
  for (const change of await openChanges(db, { orderId })) {
    const { registrationId, toTicketTypeId: ticketTypeId, reservationId } = change
    if (change.kind === 'person') continue
    try {
      await moveSeat(db, { registrationId, ticketTypeId, reservationId, now, actor })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await withdrawChange(db, change, 'withdrawn', { now, actor })
      completed.unchanged.push(registrationId)
      continue
    }
    const { eligibility, proof: how } = await db
      .selectFrom('ticketTypes')
      .select(['eligibility', 'proof'])
      .where('id', '=', ticketTypeId)
      .executeTakeFirstOrThrow()
    await writeProof(db, { registrationId, eventId: change.eventId, proof: { eligibility, how }, now, actor })
    await endChange(db, change, 'done', { now, actor })
    await enqueueMessages(db, await changedMails(db, { registrationId, occasion: change.id }), now)
    completed.changed.push(registrationId)
  }
  return completed
}
