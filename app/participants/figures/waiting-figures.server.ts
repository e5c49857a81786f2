import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'

/** People on the waiting list, and those of them who have an offer. */
export async function waitingFigures(
  db: Kysely<Database>,
  eventId: string,
): Promise<{ people: number; offered: number }> {
  const rows = await db
    .selectFrom('waitingListEntries')
    .select('state')
    .select(sql<number | string>`sum(party_size)`.as('people'))
    .where('eventId', '=', eventId)
    .where('state', 'in', ['waiting', 'offered'])
    .groupBy('state')
    .execute()
  const of = (wanted: string) => Number(rows.find(({ state }) => state === wanted)?.people ?? 0)
  return { people: of('waiting') + of('offered'), offered: of('offered') }
}
