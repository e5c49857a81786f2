import type { Kysely } from 'kysely'
import { listFunds } from './list-funds.server.ts'
import { toldCounts } from './small-counts.ts'
import type { ComponentKind, ComponentState, Database } from '#db/schema.ts'

export type FundReport = NonNullable<Awaited<ReturnType<typeof fundReport>>>

/**
 * What a donor hears of a fund: its balance, what it gave by component and state, how many people from where, and the
 * names of those who agreed that they are published. Null when the event has no such fund.
 */
export async function fundReport(db: Kysely<Database>, { eventId, fundId }: { eventId: string; fundId: string }) {
  const fund = (await listFunds(db, eventId)).find(({ id }) => id === fundId)
  if (!fund) return null
  const people = await peopleOf(db, fundId)
  const count = (of: (person: (typeof people)[number]) => string | null) => {
    const counts = new Map<string, number>()
    for (const person of people) counts.set(of(person) ?? '', (counts.get(of(person) ?? '') ?? 0) + 1)
    return toldCounts(counts)
  }
  return {
    fund,
    parts: await partsOf(db, fundId),
    peopleCount: people.length,
    attended: people.filter(({ attended }) => attended === 'yes').length,
    reported: people.filter(({ reportedAt }) => reportedAt !== null).length,
    countries: count(({ residence }) => residence),
    genders: count(({ gender }) => gender),
    names: people.flatMap(({ fullName, isPublic }) => (isPublic === 1 ? [fullName] : [])),
  }
}

export interface FundPart {
  kind: ComponentKind
  state: ComponentState
  awards: number
  amountMinor: number
  returnedMinor: number
  paidMinor: number
}

async function partsOf(db: Kysely<Database>, fundId: string): Promise<FundPart[]> {
  const parts = await db
    .selectFrom('awardShares as share')
    .innerJoin('awardComponents as component', 'component.id', 'share.componentId')
    .select(({ fn }) => [
      'component.kind',
      'component.state',
      fn.countAll<number>().as('awards'),
      fn.sum<number>('share.amountMinor').as('amountMinor'),
      fn.sum<number>('share.returnedMinor').as('returnedMinor'),
    ])
    .where('share.fundId', '=', fundId)
    .where('component.state', '<>', 'proposed')
    .groupBy(['component.kind', 'component.state'])
    .orderBy('component.kind')
    .orderBy('component.state')
    .execute()
  const paid = await db
    .selectFrom('payoutShares as share')
    .innerJoin('payouts', 'payouts.id', 'share.payoutId')
    .innerJoin('awardComponents as component', 'component.id', 'payouts.componentId')
    .select(({ fn }) => ['component.kind', 'component.state', fn.sum<number>('share.amountMinor').as('amountMinor')])
    .where('share.fundId', '=', fundId)
    .groupBy(['component.kind', 'component.state'])
    .execute()
  return parts.map(({ kind, state, ...sums }) => ({
    kind,
    state,
    awards: Number(sums.awards),
    amountMinor: Number(sums.amountMinor),
    returnedMinor: Number(sums.returnedMinor),
    paidMinor: Number(paid.find((one) => one.kind === kind && one.state === state)?.amountMinor ?? 0),
  }))
}

/** Who accepted money of the fund, each once. */
async function peopleOf(db: Kysely<Database>, fundId: string) {
  return await db
    .selectFrom('awards')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .select(['people.fullName', 'applications.residence', 'applications.gender'])
    .select(['awards.isPublic', 'awards.attended', 'awards.reportedAt'])
    .where('awards.state', 'in', ['accepted', 'ended'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('awardShares')
          .innerJoin('awardComponents', 'awardComponents.id', 'awardShares.componentId')
          .select('awardShares.fundId')
          .whereRef('awardComponents.awardId', '=', 'awards.id')
          .where('awardShares.fundId', '=', fundId)
          .where('awardComponents.state', '=', 'accepted')
          .whereRef('awardShares.amountMinor', '>', 'awardShares.returnedMinor'),
      ),
    )
    .orderBy('people.sortKey')
    .execute()
}
