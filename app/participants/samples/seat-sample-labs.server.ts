import type { Kysely } from 'kysely'
import { assignEverybody } from '../lab/assign-everybody.server.ts'
import { makeSeats } from '../lab/make-seats.server.ts'
import type { SeatPattern } from '../lab/seat-pattern.ts'
import { dealOut } from '../lab/set-groups.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface SampleLabs {
  eventId: string
  labs: { trackId: string; pattern: SeatPattern; groups: number }[]
  accountId: string
  now: Instant
}

/** Makes the labs of a sample, deals out groups and seats everybody; again without effect. */
export async function seatSampleLabs(
  db: Kysely<Database>,
  { eventId, labs, accountId, now }: SampleLabs,
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const known = await db.selectFrom('labSeats').select('id').where('eventId', '=', eventId).limit(1).execute()
    if (known.length > 0) return
    for (const { trackId, pattern, groups } of labs) {
      const lab = { eventId, trackId, accountId, now }
      await makeSeats(db, { ...lab, pattern })
      await dealOut(db, { ...lab, count: groups, by: 'countries' })
      await assignEverybody(db, { ...lab, by: 'group' })
    }
  })
}
