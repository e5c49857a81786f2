import type { Kysely } from 'kysely'
import { earlierAwards } from './earlier-awards.server.ts'
import type { Database } from '#db/schema.ts'

export type AwardInFull = NonNullable<Awaited<ReturnType<typeof readAward>>>

/** Everything of one award of an event; null for that of another. */
export async function readAward(db: Kysely<Database>, { eventId, awardId }: { eventId: string; awardId: string }) {
  const award = await db
    .selectFrom('awards')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('calls', 'calls.id', 'awards.callId')
    .selectAll('awards')
    .select(['applications.code', 'applications.residence', 'calls.slug as callSlug'])
    .select(['people.fullName', 'people.email', 'people.emailKey'])
    .where('awards.id', '=', awardId)
    .where('awards.eventId', '=', eventId)
    .executeTakeFirst()
  if (!award) return null
  const { emailKey, activeKey: _active, reportFileId, isPublic, ...shown } = award
  const earlier =
    emailKey === null ? [] : await earlierAwards(db, { emailKey, exceptApplicationId: award.applicationId })
  return {
    ...shown,
    isPublic: isPublic === 1,
    hasReportFile: reportFileId !== null,
    earlier,
    components: await componentsOf(db, awardId),
    payouts: await payoutsOf(db, awardId),
  }
}

/** What it gives, with the funds that pay each part, and what is left of each. */
async function componentsOf(db: Kysely<Database>, awardId: string) {
  const components = await db
    .selectFrom('awardComponents')
    .select(['id', 'kind', 'payout', 'amountMinor', 'isCap', 'state', 'note'])
    .where('awardId', '=', awardId)
    .orderBy('position')
    .execute()
  const shares = await db
    .selectFrom('awardShares as share')
    .innerJoin('awardComponents as component', 'component.id', 'share.componentId')
    .innerJoin('funds', 'funds.id', 'share.fundId')
    .select(['share.componentId', 'share.fundId', 'share.amountMinor', 'share.returnedMinor'])
    .select(['funds.code', 'funds.name'])
    .where('component.awardId', '=', awardId)
    .orderBy('funds.position')
    .orderBy('funds.id')
    .execute()
  const used = await db
    .selectFrom('payouts')
    .select(({ fn }) => ['componentId', fn.sum<number>('amountMinor').as('amountMinor')])
    .where('awardId', '=', awardId)
    .where('state', '<>', 'refused')
    .groupBy('componentId')
    .execute()
  return components.map((component) => {
    const own = shares.filter(({ componentId }) => componentId === component.id)
    const kept = own.reduce((sum, { amountMinor, returnedMinor }) => sum + amountMinor - returnedMinor, 0)
    const usedMinor = Number(used.find(({ componentId }) => componentId === component.id)?.amountMinor ?? 0)
    return { ...component, isCap: component.isCap === 1, shares: own, usedMinor, leftMinor: kept - usedMinor }
  })
}

export async function payoutsOf(db: Kysely<Database>, awardId: string) {
  const payouts = await db
    .selectFrom('payouts')
    .innerJoin('awardComponents as component', 'component.id', 'payouts.componentId')
    .select(['payouts.id', 'payouts.way', 'payouts.state', 'payouts.amountMinor', 'payouts.currency'])
    .select(['payouts.reference', 'payouts.reason', 'payouts.note', 'payouts.createdAt', 'payouts.paidAt'])
    .select(['component.kind'])
    .where('payouts.awardId', '=', awardId)
    .orderBy('payouts.createdAt')
    .orderBy('payouts.id')
    .execute()
  const receipts = await db
    .selectFrom('payoutReceipts as receipt')
    .innerJoin('payouts', 'payouts.id', 'receipt.payoutId')
    .select(['receipt.id', 'receipt.payoutId', 'receipt.description', 'receipt.amountMinor', 'receipt.currency'])
    .where('payouts.awardId', '=', awardId)
    .execute()
  return payouts.map((payout) => ({
    ...payout,
    receipts: receipts.filter(({ payoutId }) => payoutId === payout.id),
  }))
}
