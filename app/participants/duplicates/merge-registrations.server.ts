import type { Kysely } from 'kysely'
import type { MergeField } from './merge-fields.ts'
import { moveBelongings } from './move-belongings.server.ts'
import { takeFields } from './take-fields.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { closeInFlight, refuseInFlight } from '#app/payments/attempts/close-in-flight.server.ts'
import { giveUpSeat } from '#app/payments/changes/cancel-seat.server.ts'
import type { Gateways } from '#app/payments/gateway.ts'
import { lockOrder } from '#app/registrations/lock-order.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface MergeRegistrations {
  eventId: string
  keepId: string
  otherId: string
  /** What is taken from the one that ends. */
  taken: MergeField[]
  now: Instant
  actor: Actor
}

export type MergeRefusal =
  | 'seat-gone'
  | 'merge-same'
  | 'address-registered'
  | 'payment-processing'
  | 'amount-changed'
  | 'refund-too-much'

interface Place {
  id: string
  orderId: string
  code: string
  personId: string
}

/**
 * Makes one of two registrations of the same person: the one that is kept gets what was chosen of the other, its
 * answers and its sign-ups where it has none; the other ends with its add-ons, its seats come free, and what was paid
 * for them waits for finance to give it back. It cannot be undone.
 */
export async function mergeRegistrations(
  db: Kysely<Database>,
  gateways: Gateways,
  input: MergeRegistrations,
): Promise<Result<{ returned: number }, MergeRefusal | 'busy'>> {
  const { eventId, keepId, otherId, taken, now, actor } = input
  if (keepId === otherId) return refuse({ code: 'merge-same' })
  const before = await placesOf(db, input)
  if (!before) return refuse({ code: 'seat-gone' })
  if (!(await closeInFlight(db, gateways, { orderId: before.other.orderId, now })))
    return refuse({ code: 'payment-processing' })
  try {
    return await transact<{ returned: number }, MergeRefusal>(db, async (db) => {
      for (const orderId of [...new Set([before.keep.orderId, before.other.orderId])].toSorted())
        await lockOrder(db, orderId)
      await refuseInFlight(db, before.other.orderId)
      const places = await placesOf(db, input)
      if (!places) throw new Refused<MergeRefusal>({ code: 'seat-gone' })
      const { keep, other } = places
      const moved = await moveBelongings(db, { fromId: otherId, toId: keepId })
      const { plan } = await giveUpSeat(db, gateways, {
        orderId: other.orderId,
        code: other.code,
        shown: 0,
        byOrganizer: { isTold: false },
        isDuplicate: true,
        now,
        actor,
      })
      const fields = await takeFields(db, { eventId, keep, other, taken })
      await recordAudit(db, now, [
        {
          actor,
          action: 'registration.merged',
          objectKind: 'registration',
          objectId: keepId,
          eventId,
          after: { fromId: otherId, fields, ...moved },
        },
      ])
      return { returned: plan.returned }
    })
  } catch (error) {
    // Somebody else has that address for the same ticket.
    if (isDuplicate(error)) return refuse({ code: 'address-registered' })
    throw error
  }
}

/** The two, both standing by themselves; null when one of them does not. */
async function placesOf(
  db: Kysely<Database>,
  { eventId, keepId, otherId }: MergeRegistrations,
): Promise<{ keep: Place; other: Place } | null> {
  const rows = await db
    .selectFrom('registrations')
    .select(['id', 'orderId', 'code', 'personId'])
    .where('eventId', '=', eventId)
    .where('id', 'in', [keepId, otherId])
    .where('state', 'in', ['held', 'confirmed'])
    .where('mainRegistrationId', 'is', null)
    .execute()
  const [keep, other] = [rows.find(({ id }) => id === keepId), rows.find(({ id }) => id === otherId)]
  return keep && other ? { keep, other } : null
}
