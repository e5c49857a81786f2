import { type Kysely, sql } from 'kysely'
import { selectRegistrations } from '../selection/select-registrations.server.ts'
import { ALL_REGISTRATIONS, type RegistrationFilter } from '../selection/registration-filter.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface RiskCounts {
  /** Confirmed people who said that they need a visa, or hold an award whose visa is not settled. */
  visa: number
  /** Held seats that nothing was paid for yet. */
  unpaid: number
  /** Seats that owe an answer to a question that must be answered. */
  unanswered: number
  /** Confirmed seats that nobody is named on. */
  unnamed: number
}

/** What may still keep people of an event's list from coming: four queries, whatever its size. */
export async function riskCounts(db: Kysely<Database>, eventId: string, now: Instant): Promise<RiskCounts> {
  const count = async (filter: Partial<RegistrationFilter>) => {
    const row = await selectRegistrations(db, { eventId, filter: { ...ALL_REGISTRATIONS, ...filter }, now })
      .select(sql<number | string>`count(*)`.as('count'))
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  return {
    visa: await count({ states: ['confirmed'], lacks: 'visa' }),
    unpaid: await count({ states: ['held'], money: 'unpaid' }),
    unanswered: await count({ states: ['held', 'confirmed'], answers: 'missing' }),
    unnamed: await count({ states: ['confirmed'], lacks: 'name' }),
  }
}
