import type { Kysely } from 'kysely'
import type { AwardFilter } from './award-list.ts'
import { sortKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

export type AwardRow = Awaited<ReturnType<typeof listAwards>>[number]

/** Awards of an event by name, with what each gives and who pays it. */
export async function listAwards(
  db: Kysely<Database>,
  { eventId, filter, limit, offset }: { eventId: string; filter: AwardFilter; limit: number; offset: number },
) {
  const awards = await filtered(db, eventId, filter)
    .select(['awards.id', 'awards.state', 'awards.currency', 'awards.visa', 'awards.ticketInHandAt', 'awards.attended'])
    .select(['awards.reportDueOn', 'awards.reportedAt', 'awards.applicationId', 'applications.code', 'people.fullName'])
    .select(['people.email', 'applications.residence', 'calls.slug as callSlug'])
    .orderBy('people.sortKey')
    .orderBy('awards.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const ids = awards.map(({ id }) => id)
  const components = await componentsOf(db, ids)
  const funds = await fundsOf(db, ids)
  return awards.map((award) => ({
    ...award,
    components: components.filter(({ awardId }) => awardId === award.id),
    funds: funds.filter(({ awardId }) => awardId === award.id).map(({ code }) => code),
  }))
}

export async function countAwards(db: Kysely<Database>, eventId: string, filter: AwardFilter): Promise<number> {
  const { count } = await filtered(db, eventId, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function filtered(db: Kysely<Database>, eventId: string, { q, state, visa, call, fund }: AwardFilter) {
  const words = sortKey(q).replace(/[!%_]/g, (sign) => `!${sign}`)
  return db
    .selectFrom('awards')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('calls', 'calls.id', 'awards.callId')
    .where('awards.eventId', '=', eventId)
    .$if(state !== '', (query) => query.where('awards.state', '=', state as 'proposed'))
    .$if(visa !== '', (query) => query.where('awards.visa', '=', visa as 'unknown'))
    .$if(call !== '', (query) => query.where('calls.slug', '=', call))
    .$if(words !== '', (query) => query.where('people.sortKey', 'like', `%${words}%`))
    .$if(fund !== '', (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('awardShares')
            .innerJoin('awardComponents', 'awardComponents.id', 'awardShares.componentId')
            .select('awardShares.fundId')
            .whereRef('awardComponents.awardId', '=', 'awards.id')
            .where('awardShares.fundId', '=', fund),
        ),
      ),
    )
}

async function componentsOf(db: Kysely<Database>, awardIds: string[]) {
  if (awardIds.length === 0) return []
  return await db
    .selectFrom('awardComponents')
    .select(['awardId', 'kind', 'state', 'amountMinor', 'isCap'])
    .where('awardId', 'in', awardIds)
    .orderBy('position')
    .execute()
}

async function fundsOf(db: Kysely<Database>, awardIds: string[]) {
  if (awardIds.length === 0) return []
  return await db
    .selectFrom('awardShares')
    .innerJoin('awardComponents', 'awardComponents.id', 'awardShares.componentId')
    .innerJoin('funds', 'funds.id', 'awardShares.fundId')
    .select(['awardComponents.awardId', 'funds.code'])
    .distinct()
    .where('awardComponents.awardId', 'in', awardIds)
    .orderBy('funds.code')
    .execute()
}
