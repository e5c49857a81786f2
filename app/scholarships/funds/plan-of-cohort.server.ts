import type { Kysely } from 'kysely'
import { planShares } from '../awards/plan-shares.ts'
import { readAwardees } from '../awards/read-awardees.server.ts'
import type { Fund } from './fund.ts'
import type { Database } from '#db/schema.ts'

/**
 * What the chosen cohorts of an event would take of each fund: of who is in it with a package and has no award yet, the
 * best first, as awards would be planned for them.
 */
export async function planOfCohort(
  db: Kysely<Database>,
  { eventId, funds }: { eventId: string; funds: Fund[] },
): Promise<Map<string, number>> {
  const planned = new Map<string, number>()
  const members = await membersOf(db, eventId)
  if (members.length === 0) return planned
  const awardees = await readAwardees(db, {
    eventId,
    applicationIds: members.map(({ applicationId }) => applicationId),
  })
  const packages = await packagesOf(db, [...new Set(members.map(({ packageId }) => packageId!))])
  for (const { applicationId, packageId, choiceCode } of members) {
    const free = funds.map((fund) => ({
      ...fund,
      freeMinor: fund.freeMinor - fund.proposedMinor - (planned.get(fund.id) ?? 0),
    }))
    const shares = planShares(free, packages.get(packageId!) ?? [], { ...awardees.get(applicationId)!, choiceCode })
    for (const { fundId, amountMinor } of shares ?? []) planned.set(fundId, (planned.get(fundId) ?? 0) + amountMinor)
  }
  return planned
}

async function membersOf(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('cohortMembers as member')
    .innerJoin('cohorts', 'cohorts.id', 'member.cohortId')
    .innerJoin('calls', 'calls.id', 'cohorts.callId')
    .innerJoin('applications', 'applications.id', 'member.applicationId')
    .leftJoin('callChoices', 'callChoices.id', 'member.choiceId')
    .leftJoin('awards', 'awards.applicationId', 'member.applicationId')
    .select(['member.applicationId', 'member.packageId', 'callChoices.code as choiceCode'])
    .where('calls.eventId', '=', eventId)
    .where('cohorts.isChosen', '=', 1)
    .where('member.isIn', '=', 1)
    .where('member.packageId', 'is not', null)
    .where('awards.id', 'is', null)
    .orderBy('applications.score', 'desc')
    .orderBy('applications.id')
    .execute()
}

async function packagesOf(db: Kysely<Database>, ids: string[]) {
  const rows = await db
    .selectFrom('awardPackageComponents as component')
    .innerJoin('awardPackages', 'awardPackages.id', 'component.packageId')
    .select(['component.packageId', 'component.kind', 'component.amountMinor', 'awardPackages.currency'])
    .where('component.packageId', 'in', ids)
    .orderBy('component.position')
    .execute()
  return Map.groupBy(rows, ({ packageId }) => packageId)
}
