import { type Kysely, type RawBuilder, sql } from 'kysely'
import { epochMilliseconds, type Instant, toInstant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Every column by whose moment a public page changes without anybody's doing: until then it shows one thing, from then
 * on another. A page that begins to compare another one with the clock adds it here; a test asks of each new column.
 */
export const TURNING_POINTS = [
  ['events', 'startsAt'],
  ['events', 'endsAt'],
  ['events', 'applyFromAt'],
  ['events', 'applyUntilAt'],
  ['events', 'scholarshipFromAt'],
  ['events', 'scholarshipUntilAt'],
  ['ticketTypes', 'onSaleFromAt'],
  ['ticketTypes', 'onSaleUntilAt'],
  ['priceSteps', 'startsAt'],
  ['priceSteps', 'endsAt'],
  ['paymentTerms', 'fromAt'],
  ['paymentTerms', 'untilAt'],
  ['waitingListRules', 'closesAt'],
  ['calls', 'opensAt'],
  ['calls', 'closesAt'],
  ['decisionReleases', 'sendAt'],
] as const satisfies readonly (readonly [keyof Database, string])[]

/** So far ahead it looks at once. At each of these moments a day begins somewhere: no zone is off by a part of it. */
const WINDOW = 15 * 60_000

/** The end of what a page that is made now may show, at a given content version. */
export type NextMoment = (version: number, now: Instant) => Promise<Instant>

/**
 * The next moment at which the public sees something else because time has passed: a price step begins, a sale closes,
 * an event ends, or a day begins in some zone. One question of one row for each column, asked again when the content has
 * changed or a quarter of an hour is over, and for everybody who waits at once.
 */
export function shareNextMoment(db: Kysely<Database>): NextMoment {
  let known: { version: number; from: number; end: number; moments: Promise<Instant[]> } | null = null
  return async (version, now) => {
    const at = epochMilliseconds(now)
    if (known?.version !== version || at < known.from || at >= known.end) {
      const end = Math.floor(at / WINDOW + 1) * WINDOW
      const asked = { version, from: at, end, moments: momentsWithin(db, now, toInstant(end)) }
      asked.moments.catch(() => {
        if (known === asked) known = null
      })
      known = asked
    }
    const { end, moments } = known
    return (await moments).find((moment) => moment > now) ?? toInstant(end)
  }
}

/** After `from`, before `end`, in order, each once. */
async function momentsWithin(db: Kysely<Database>, from: Instant, end: Instant): Promise<Instant[]> {
  const { rows } = await turningWithin(from, end).execute(db)
  return rows.map(({ at }) => at).toSorted()
}

/** Each column by an index of its own: the tables hold years of events. */
export function turningWithin(from: Instant, end: Instant): RawBuilder<{ at: Instant }> {
  const each = TURNING_POINTS.map(
    ([table, column]) =>
      sql`select ${sql.ref(column)} as at from ${sql.table(table)} where ${sql.ref(column)} > ${from} and ${sql.ref(column)} < ${end}`,
  )
  return sql<{ at: Instant }>`${sql.join(each, sql` union `)}`
}
