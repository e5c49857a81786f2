import type { Kysely } from 'kysely'
import { rankApplications, type Ranked } from './rank-applications.ts'
import type { Instant } from '#app/values/moment.ts'
import type { ApplicantCategory, Database } from '#db/schema.ts'

/** An application as the ranking lists it: no name, no contact. */
export interface FieldRow {
  id: string
  number: number | null
  score: number | null
  spread: number | null
  reviewCount: number
  submittedAt: Instant | null
  category: ApplicantCategory
  residence: string | null
  eligibility: 'unknown' | 'eligible' | 'ineligible'
}

/** Everybody who sent an application to a call: those who may be taken in order, and those who may not. */
export async function readField(
  db: Kysely<Database>,
  callId: string,
): Promise<{ ranked: Ranked<FieldRow>[]; ineligible: FieldRow[] }> {
  const rows: FieldRow[] = await db
    .selectFrom('applications')
    .select(['id', 'number', 'score', 'spread', 'reviewCount', 'submittedAt', 'category', 'residence', 'eligibility'])
    .where('callId', '=', callId)
    .where('state', '=', 'submitted')
    .execute()
  return {
    ranked: rankApplications(rows.filter(({ eligibility }) => eligibility !== 'ineligible')),
    ineligible: rows
      .filter(({ eligibility }) => eligibility === 'ineligible')
      .toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0)),
  }
}
