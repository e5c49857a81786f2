import type { Kysely } from 'kysely'
import { moveEntry } from './move-entry.server.ts'
import type { PlannedOffer } from './plan-offers.ts'
import { splitEntry } from './split-entry.server.ts'
import { tellWaiting } from './tell-waiting.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { setAside } from '#app/registrations/seats/reservations.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * Holds seats for an entry until the terms' end, and tells the person. Of a larger party the rest keeps its place as
 * an entry of its own. The list and the quotas are locked by the caller, who has seen that there is room.
 * @throws Refused `busy` when something moved all the same.
 */
export async function makeOffer(
  db: Kysely<Database>,
  { entry, option, seats }: PlannedOffer,
  { eventId, now, actor, reason }: { eventId: string; now: Instant; actor: Actor; reason?: string },
): Promise<string> {
  const terms = option.terms!
  const id = newId(now)
  const rest = seats < entry.partySize ? await splitEntry(db, entry, seats, now) : null
  const aside = await setAside(db, {
    eventId,
    kind: 'offer',
    subjectId: id,
    name: '',
    untilAt: terms.untilAt,
    demand: new Map(option.quotaIds.map((quotaId) => [quotaId, seats])),
    isForQueue: true,
    now,
    actor,
  })
  if (!aside.ok) throw new Refused({ code: 'busy' })
  const isMoved = await moveEntry(db, { entryId: entry.id, from: 'waiting', to: 'offered', actor, now })
  if (!isMoved) throw new Refused({ code: 'busy' })
  const row = { id, entryId: entry.id, eventId, ticketTypeId: option.ticketTypeId, seats, reservationId: aside.id }
  await db
    .insertInto('offers')
    .values({
      ...row,
      pricedAt: terms.pricedAt,
      state: 'open',
      untilAt: terms.untilAt,
      orderId: null,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  const after = { entryId: entry.id, seats, untilAt: terms.untilAt, ...(reason ? { reason } : {}) }
  await recordAudit(db, now, [{ actor, action: 'offer.open', objectKind: 'offer', objectId: id, eventId, after }])
  const props = { ...terms.price, ...(rest ? { restId: rest.id, rest: rest.partySize } : {}) }
  await tellWaiting(db, { template: 'waiting-list-offer', entryId: entry.id, subjectId: id, props, now })
  return id
}
