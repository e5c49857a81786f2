import type { Kysely } from 'kysely'
import { MERGE_FIELDS, type MergeField } from './merge-fields.ts'
import { namesChanged } from '#app/people/names-changed.server.ts'
import { activeKey } from '#app/registrations/active-key.ts'
import { emailKey, sortKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/**
 * Gives the person on a registration, and on its add-ons, what was chosen of another; the other is over by then, so
 * that its address is free. Returns the names of what changed.
 */
export async function takeFields(
  db: Kysely<Database>,
  {
    eventId,
    keep,
    other,
    taken,
  }: {
    eventId: string
    keep: { id: string; personId: string }
    other: { personId: string }
    taken: MergeField[]
  },
): Promise<MergeField[]> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'emailKey', ...MERGE_FIELDS])
    .where('id', 'in', [keep.personId, other.personId])
    .execute()
  const [own, theirs] = [keep.personId, other.personId].map((id) => rows.find((row) => row.id === id)!)
  const changed = taken.filter((field) => own![field] !== theirs![field])
  if (changed.length === 0) return []
  const values = Object.fromEntries(changed.map((field) => [field, theirs![field]]))
  const seats = await seatsOf(db, keep.id, own!.emailKey)
  const personIds = seats.map(({ personId }) => personId)
  await db
    .updateTable('people')
    .set({
      ...values,
      ...(changed.includes('fullName') ? { sortKey: sortKey(theirs!.fullName) } : {}),
      ...(changed.includes('email') ? { emailKey: theirs!.email === null ? null : emailKey(theirs!.email) } : {}),
    })
    .where('id', 'in', personIds)
    .execute()
  await namesChanged(db, personIds)
  if (changed.includes('email')) {
    for (const { id, ticketTypeId, allowsRepeat } of seats) {
      const key = theirs!.email === null ? null : activeKey(eventId, theirs!.email, { id: ticketTypeId, allowsRepeat })
      await db.updateTable('registrations').set({ activeKey: key }).where('id', '=', id).execute()
    }
  }
  return changed
}

/** The registration and its add-ons of the same person. */
async function seatsOf(db: Kysely<Database>, id: string, key: string | null) {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['registrations.id', 'registrations.personId', 'registrations.ticketTypeId', 'people.emailKey'])
    .select('ticketTypes.allowsRepeat')
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .where((row) => row.or([row('registrations.id', '=', id), row('registrations.mainRegistrationId', '=', id)]))
    .execute()
  return rows.filter((row) => row.id === id || row.emailKey === key)
}
