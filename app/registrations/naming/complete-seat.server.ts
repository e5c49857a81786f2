import type { Kysely } from 'kysely'
import { type EditDetails, editDetails } from '../changes/edit-details.server.ts'
import { isIneligible, seatRows } from './seat-rows.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

type EditRefusal = Extract<Awaited<ReturnType<typeof editDetails>>, { ok: false }>['refusals'][number]['code']

export type CompleteSeatRefusal = EditRefusal | 'seat-not-eligible'

/** The person on a seat tells or corrects their own details: from then on nobody else takes their name off it. */
export async function completeSeat(
  db: Kysely<Database>,
  { registrationId, ...edit }: EditDetails & { registrationId: string },
): Promise<Result<void, CompleteSeatRefusal | 'busy'>> {
  return await transact<void, CompleteSeatRefusal>(db, async (db) => {
    const seat = await seatRows(db, registrationId)
    if (!seat) throw new Refused<CompleteSeatRefusal>({ code: 'seat-gone' })
    if (isIneligible(seat, edit.person.country))
      throw new Refused<CompleteSeatRefusal>({ code: 'seat-not-eligible', field: 'country' })
    await editDetails(db, edit)
    await recordAudit(db, edit.now, [
      {
        actor: edit.actor,
        action: 'registration.completed',
        objectKind: 'registration',
        objectId: registrationId,
        eventId: seat.eventId,
        after: { personId: seat.personId },
      },
    ])
  })
}
