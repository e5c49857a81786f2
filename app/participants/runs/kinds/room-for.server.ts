import { type Kysely, sql } from 'kysely'
import type { Row, Run } from '../run-kinds.ts'
import type { Database } from '#db/schema.ts'

/**
 * Whether there is room for one more seat of a ticket type, row after row: what earlier rows of the run will take, and
 * what these take, is counted. A seat needs room only in the quotas that it does not draw on yet.
 */
export async function roomFor(
  db: Kysely<Database>,
  { run, ticketTypeId, rows }: { run: Run; ticketTypeId: string; rows: Row[] },
): Promise<{ takes: (registrationId: string) => boolean }> {
  const ids = rows.flatMap(({ subjectId }) => subjectId ?? [])
  const first = rows[0]?.position ?? 0
  const quotas = await db
    .selectFrom('quotas')
    .innerJoin('ticketTypeQuotas', 'ticketTypeQuotas.quotaId', 'quotas.id')
    .select(['quotas.id', 'quotas.size', 'quotas.overBy', 'quotas.taken', 'quotas.waiting'])
    .select(
      sql<number>`(select count(*) from run_rows where run_rows.run_id = ${run.id} and run_rows.state = 'waiting'
        and run_rows.position < ${first} and not exists (select 1 from registration_seats
          where registration_seats.registration_id = run_rows.subject_id
            and registration_seats.quota_id = quotas.id))`.as('earlier'),
    )
    .where('ticketTypeQuotas.ticketTypeId', '=', ticketTypeId)
    .execute()
  const drawn = await db
    .selectFrom('registrationSeats')
    .select(['registrationId', 'quotaId'])
    .where('registrationId', 'in', [...ids, ''])
    .execute()
  const draws = new Set(drawn.map(({ registrationId, quotaId }) => `${registrationId} ${quotaId}`))
  const free = new Map(
    quotas.map(({ id, size, overBy, taken, waiting, earlier }) => [
      id,
      waiting > 0 ? 0 : size + overBy - taken - Number(earlier),
    ]),
  )
  return {
    takes(registrationId) {
      const beyond = [...free.keys()].filter((id) => !draws.has(`${registrationId} ${id}`))
      if (beyond.some((id) => free.get(id)! <= 0)) return false
      for (const id of beyond) free.set(id, free.get(id)! - 1)
      return true
    },
  }
}
