import type { Kysely } from 'kysely'
import { whyNotChanged, type WhyNot } from './change-rules.ts'
import { insertChange } from './open-changes.server.ts'
import { passOn, type PassOnRefusal } from './pass-on.server.ts'
import { type SeatToChange, seatToChange } from './seat-to-change.server.ts'
import type { Substitute } from './substitute-form.ts'
import { lockOrder } from '../lock-order.server.ts'
import { nobody, personColumns } from '../naming/seat-person.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import { emailKey, fold } from '#app/values/text.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export type SubstituteRefusal = WhyNot | PassOnRefusal | 'same-person'

/**
 * Lets a colleague take a seat over, with what belongs to it and without a free seat: at once where the rules leave it
 * free, or to somebody of the same organization where that is asked for and both say it; else it waits for an organizer.
 */
export async function substitute(
  db: Kysely<Database>,
  {
    orderId,
    code,
    person,
    now,
    actor,
  }: { orderId: string; code: string; person: Substitute; now: Instant; actor: Actor },
): Promise<Result<{ state: 'done' | 'waits' }, SubstituteRefusal | 'busy'>> {
  try {
    return await transact<{ state: 'done' | 'waits' }, SubstituteRefusal>(db, async (db) => {
      await lockOrder(db, orderId)
      const seat = await seatToChange(db, { orderId, code })
      const why = seat
        ? whyNotChanged('substitute', { ...seat, hasOpenChange: seat.openChange !== null, now })
        : 'seat-gone'
      if (!seat || why || seat.isAddon) throw new Refused<SubstituteRefusal>({ code: why ?? 'seat-gone' })
      if (emailKey(person.email) === seat.emailKey)
        throw new Refused<SubstituteRefusal>({ code: 'same-person', field: 'email' })
      const row = { ...nobody(seat.language, now), ...personColumns(person) }
      await db.insertInto('people').values(row).execute()
      if (!isFree(seat, person)) {
        await insertChange(
          db,
          {
            registrationId: seat.id,
            orderId,
            eventId: seat.eventId,
            kind: 'person',
            toTicketTypeId: seat.ticketTypeId,
            toPersonId: row.id,
            reservationId: null,
            differenceMinor: 0,
            currency: seat.currency,
            state: 'open',
            heldUntil: null,
          },
          { now, actor },
        )
        return { state: 'waits' as const }
      }
      await passOn(db, seat, { toPersonId: row.id, now, actor })
      return { state: 'done' as const }
    })
  } catch (error) {
    if (isDuplicate(error)) return refuse({ code: 'address-registered', field: 'email' })
    throw error
  }
}

function isFree({ rules, affiliation }: SeatToChange, person: Substitute): boolean {
  if (rules.substitution === 'free') return true
  const own = fold(affiliation ?? '')
  return rules.substitution === 'same-organization' && own !== '' && own === fold(person.affiliation)
}
