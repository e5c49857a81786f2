import type { Kysely } from 'kysely'
import { withinReach } from '#app/events/within-reach.ts'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database, PayoutState } from '#db/schema.ts'

export type PayoutListRow = Awaited<ReturnType<typeof listPayouts>>[number]

/** Of an event, or of all whose money somebody may see. */
export type PayoutScope = { eventId: string } | { reach: Reach }

interface Wanted {
  scope: PayoutScope
  state: PayoutState | ''
}

/** Payouts, what waits longest first. */
export async function listPayouts(
  db: Kysely<Database>,
  { scope, state, language, limit, offset }: Wanted & { language: string; limit: number; offset: number },
) {
  const rows = await within(db, { scope, state })
    .select(['payouts.id', 'payouts.awardId', 'payouts.way', 'payouts.state', 'payouts.amountMinor'])
    .select(['payouts.currency', 'payouts.createdAt', 'payouts.reference', 'awardComponents.kind', 'people.fullName'])
    .select(['events.id as eventId', 'events.slug', 'events.zone', 'events.language as own'])
    .orderBy('payouts.createdAt')
    .orderBy('payouts.id')
    .limit(limit)
    .offset(offset)
    .execute()
  if (rows.length === 0) return []
  const texts = await db
    .selectFrom('eventTexts')
    .select(['eventId', 'language', 'title'])
    .where('eventId', 'in', [...new Set(rows.map(({ eventId }) => eventId))])
    .execute()
  return rows.map(({ own, eventId, ...row }) => {
    const text = inLanguage(
      texts.filter((one) => one.eventId === eventId),
      language,
      own,
    )
    return { ...row, title: text?.title ?? row.slug, titleLanguage: text?.language ?? own }
  })
}

export async function countPayouts(db: Kysely<Database>, wanted: Wanted): Promise<number> {
  const { count } = await within(db, wanted)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function within(db: Kysely<Database>, { scope, state }: Wanted) {
  return db
    .selectFrom('payouts')
    .innerJoin('awardComponents', 'awardComponents.id', 'payouts.componentId')
    .innerJoin('awards', 'awards.id', 'payouts.awardId')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('events', 'events.id', 'payouts.eventId')
    .$if(state !== '', (query) => query.where('payouts.state', '=', state as PayoutState))
    .$if('eventId' in scope, (query) => query.where('payouts.eventId', '=', (scope as { eventId: string }).eventId))
    .$if('reach' in scope && scope.reach !== 'all', (query) =>
      query.where((row) => withinReach(row as never, (scope as { reach: Exclude<Reach, 'all'> }).reach)),
    )
}
