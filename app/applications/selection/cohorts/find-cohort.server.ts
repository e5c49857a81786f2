import type { Kysely } from 'kysely'
import type { Cohort } from './cohort.ts'
import type { Database } from '#db/schema.ts'

/** A cohort of a call with the limits of both, or null. */
export async function findCohort(
  db: Kysely<Database>,
  { callId, cohortId }: { callId: string; cohortId: string },
): Promise<(Cohort & { callLimits: string }) | null> {
  const row = await db
    .selectFrom('cohorts')
    .innerJoin('calls', 'calls.id', 'cohorts.callId')
    .select(['cohorts.id', 'cohorts.callId', 'cohorts.name', 'cohorts.limits', 'cohorts.isChosen', 'cohorts.version'])
    .select(['cohorts.updatedAt', 'calls.limits as callLimits'])
    .where('cohorts.id', '=', cohortId)
    .where('cohorts.callId', '=', callId)
    .executeTakeFirst()
  return row ? { ...row, isChosen: row.isChosen === 1 } : null
}

/** The cohorts of a call, the chosen one first, with how many people are in each and how many by hand. */
export async function listCohorts(
  db: Kysely<Database>,
  callId: string,
): Promise<(Cohort & { people: number; byHand: number })[]> {
  const [cohorts, members] = await Promise.all([
    db
      .selectFrom('cohorts')
      .select(['id', 'callId', 'name', 'limits', 'isChosen', 'version', 'updatedAt'])
      .where('callId', '=', callId)
      .orderBy('isChosen', 'desc')
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('cohortMembers as member')
      .innerJoin('cohorts', 'cohorts.id', 'member.cohortId')
      .innerJoin('applications as application', 'application.id', 'member.applicationId')
      .select(({ fn }) => ['member.cohortId', 'member.isIn', 'member.byHand', fn.countAll<number>().as('count')])
      .where('cohorts.callId', '=', callId)
      .where('application.state', '=', 'submitted')
      .groupBy(['member.cohortId', 'member.isIn', 'member.byHand'])
      .execute(),
  ])
  return cohorts.map((cohort) => {
    const own = members.filter(({ cohortId }) => cohortId === cohort.id)
    const count = (part: typeof own) => part.reduce((sum, row) => sum + Number(row.count), 0)
    return {
      ...cohort,
      isChosen: cohort.isChosen === 1,
      people: count(own.filter(({ isIn }) => isIn === 1)),
      byHand: count(own.filter(({ byHand }) => byHand === 1)),
    }
  })
}
