import type { Kysely } from 'kysely'
import { changedMails } from './changed-mails.server.ts'
import { endChange, type SeatChange } from './open-changes.server.ts'
import { passOn } from './pass-on.server.ts'
import { forgetPerson } from './withdraw-change.server.ts'
import { seatToChange } from './seat-to-change.server.ts'
import { lockOrder } from '../lock-order.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export type SubstitutionDecisionRefusal = 'gone' | 'seat-gone' | 'address-registered'

/**
 * An organizer agrees that a colleague takes a seat over, or refuses: then nothing changes, and the person is told. Who
 * was meant to take it is forgotten with a refusal. `gone` when it does not wait any more.
 */
export async function decideSubstitution(
  db: Kysely<Database>,
  {
    eventId,
    changeId,
    isAgreed,
    now,
    actor,
  }: { eventId: string; changeId: string; isAgreed: boolean; now: Instant; actor: Actor },
): Promise<Result<void, SubstitutionDecisionRefusal | 'busy'>> {
  try {
    return await transact<void, SubstitutionDecisionRefusal>(db, async (db) => {
      const change = await waiting(db, eventId, changeId)
      if (!change) throw new Refused<SubstitutionDecisionRefusal>({ code: 'gone' })
      await lockOrder(db, change.orderId)
      if (!(await endChange(db, change, isAgreed ? 'done' : 'withdrawn', { now, actor })))
        throw new Refused<SubstitutionDecisionRefusal>({ code: 'gone' })
      if (isAgreed) return await agree(db, change, now, actor)
      await forgetPerson(db, change)
      const { registrationId, id: occasion } = change
      const mail = { registrationId, occasion, template: 'seat-not-passed-on' as const }
      await enqueueMessages(db, await changedMails(db, mail), now)
    })
  } catch (error) {
    if (isDuplicate(error)) return refuse({ code: 'address-registered' })
    throw error
  }
}

async function waiting(db: Kysely<Database>, eventId: string, changeId: string): Promise<SeatChange | undefined> {
  return await db
    .selectFrom('seatChanges')
    .selectAll()
    .where('id', '=', changeId)
    .where('eventId', '=', eventId)
    .where('kind', '=', 'person')
    .where('state', '=', 'open')
    .executeTakeFirst()
}

async function agree(db: Kysely<Database>, change: SeatChange, now: Instant, actor: Actor): Promise<void> {
  const { code } = await db
    .selectFrom('registrations')
    .select('code')
    .where('id', '=', change.registrationId)
    .executeTakeFirstOrThrow()
  const seat = await seatToChange(db, { orderId: change.orderId, code })
  if (seat?.state !== 'confirmed') throw new Refused<SubstitutionDecisionRefusal>({ code: 'seat-gone' })
  await passOn(db, seat, { toPersonId: change.toPersonId!, changeId: change.id, now, actor })
}
