import type { Kysely } from 'kysely'
import { insertAwards } from './insert-awards.server.ts'
import { type Awardee, type PlannedShare, planShares } from './plan-shares.ts'
import { readAwardees } from './read-awardees.server.ts'
import { type PackageRows, readPackages } from './read-packages.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { PlannedFund } from '#app/scholarships/funds/fund.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export interface NewAward {
  applicationId: string
  packageId: string
  awardee: Awardee
}

interface Around {
  eventId: string
  callId: string
  now: Instant
  actor: Actor
}

/**
 * Puts awards of packages together for applications: their components, each with the funds that would pay it. Each is
 * planned around those before it, and what other awards propose counts as gone, so that a hundred proposals fit their
 * funds; money is set aside by `offerAwards` only. In the caller's transaction, all of them or none. Returns the ids of
 * the awards by application.
 * @throws Refused `package-unknown`, `application-unknown`, `award-twice` (it has one), `funds-short` (those that may
 * pay have not enough).
 */
export async function proposeAwards(
  db: Kysely<Database>,
  { eventId, callId, wanted, now, actor }: Around & { wanted: NewAward[] },
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const packages = await readPackages(db, { callId, packageIds: wanted.map(({ packageId }) => packageId) })
  const planned = await planAll(db, { eventId, wanted, packages })
  const withCurrency = planned.map(({ pack: { currency }, ...one }) => ({ ...one, currency }))
  const awardIds = await insertAwards(db, { eventId, callId, wanted: withCurrency, now })
  await insertComponents(db, { planned, awardIds, now })
  await recordAudit(
    db,
    now,
    planned.map(({ applicationId, packageId, shares }, at) => ({
      actor,
      action: 'award.proposed',
      objectKind: 'award',
      objectId: awardIds[at]!,
      eventId,
      after: { applicationId, packageId, shares },
    })),
  )
  return new Map(planned.map(({ applicationId }, at) => [applicationId, awardIds[at]!]))
}

type PlannedAward = NewAward & { pack: PackageRows; shares: PlannedShare[] }

/** One after the other, each from what those before it leave. */
async function planAll(
  db: Kysely<Database>,
  { eventId, wanted, packages }: { eventId: string; wanted: NewAward[]; packages: Map<string, PackageRows> },
): Promise<PlannedAward[]> {
  const funds = (await listFunds(db, eventId)).map((fund) => ({
    ...fund,
    freeMinor: fund.freeMinor - fund.proposedMinor,
  }))
  const unread = wanted.filter(({ awardee }) => !awardee.answers).map(({ applicationId }) => applicationId)
  const read = await readAwardees(db, { eventId, applicationIds: unread })
  return wanted.map((one) => {
    const pack = packages.get(one.packageId)
    if (!pack) throw new Refused({ code: 'package-unknown' })
    const answers = one.awardee.answers ?? read.get(one.applicationId)?.answers ?? {}
    const shares = planShares(funds, pack.components, { ...one.awardee, answers })
    if (!shares) throw new Refused({ code: 'funds-short' })
    spend(funds, shares)
    return { ...one, pack, shares }
  })
}

function spend(funds: PlannedFund[], shares: PlannedShare[]): void {
  for (const { fundId, amountMinor } of shares) {
    const fund = funds.find(({ id }) => id === fundId)!
    fund.freeMinor -= amountMinor
  }
}

async function insertComponents(
  db: Kysely<Database>,
  { planned, awardIds, now }: { planned: PlannedAward[]; awardIds: string[]; now: Instant },
): Promise<void> {
  const made = planned.map(({ pack, shares }, at) => ({
    shares,
    components: pack.components.map(({ currency: _currency, ...component }) => ({
      id: newId(now),
      awardId: awardIds[at]!,
      ...component,
      state: 'proposed' as const,
      answeredAt: null,
    })),
  }))
  const components = made.flatMap((one) => one.components)
  if (components.length > 0) await db.insertInto('awardComponents').values(components).execute()
  const rows = made.flatMap(({ shares, components }) =>
    shares.map(({ kind, fundId, amountMinor }) => ({
      componentId: components.find((component) => component.kind === kind)!.id,
      fundId,
      amountMinor,
      returnedMinor: 0,
    })),
  )
  if (rows.length > 0) await db.insertInto('awardShares').values(rows).execute()
}
