import type { Kysely, Selectable } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The rules of price, tax, refund, change and payment of these events. */
export async function ruleRows(db: Kysely<Database>, ids: string[]) {
  const rules = db.selectFrom('priceRules').select('id').where('eventId', 'in', ids)
  return {
    taxRules: await db.selectFrom('taxRules').selectAll().where('eventId', 'in', ids).orderBy('id').execute(),
    priceRules: await db.selectFrom('priceRules').selectAll().where('eventId', 'in', ids).orderBy('position').execute(),
    priceRuleTypes: await db
      .selectFrom('priceRuleTypes')
      .selectAll()
      .where('priceRuleId', 'in', rules)
      .orderBy('part')
      .execute(),
    priceRuleSteps: await db
      .selectFrom('priceRuleSteps')
      .selectAll()
      .where('priceRuleId', 'in', rules)
      .orderBy('id')
      .execute(),
    refundRules: await db
      .selectFrom('refundRules')
      .selectAll()
      .where('eventId', 'in', ids)
      .orderBy('position')
      .execute(),
    changeRules: await db.selectFrom('changeRules').selectAll().where('eventId', 'in', ids).execute(),
    paymentTerms: await db
      .selectFrom('paymentTerms')
      .selectAll()
      .where('eventId', 'in', ids)
      .orderBy('method')
      .execute(),
    waitingListRules: await db.selectFrom('waitingListRules').selectAll().where('eventId', 'in', ids).execute(),
    questionStages: await db
      .selectFrom('questionStages')
      .selectAll()
      .where('eventId', 'in', ids)
      .orderBy('stage')
      .execute(),
  }
}

/** What a public document does not read at all. */
export const NO_PRIVATE_ROWS = {
  blocks: [] as Selectable<Database['reservations']>[],
  blockSeats: [] as Selectable<Database['reservedSeats']>[],
  campaigns: [] as Selectable<Database['voucherCampaigns']>[],
  campaignTypes: [] as Selectable<Database['voucherCampaignTypes']>[],
  campaignAmounts: [] as Selectable<Database['voucherAmounts']>[],
  vouchers: [] as Selectable<Database['vouchers']>[],
  eligiblePeople: [] as Selectable<Database['eligiblePeople']>[],
}

/** Blocks that stand, vouchers and lists of eligible people. */
export async function privateRows(db: Kysely<Database>, ids: string[]): Promise<typeof NO_PRIVATE_ROWS> {
  const standing = db
    .selectFrom('reservations')
    .where('eventId', 'in', ids)
    .where('kind', '=', 'block')
    .where('endedAt', 'is', null)
  const campaigns = db.selectFrom('voucherCampaigns').where('eventId', 'in', ids)
  return {
    blocks: await standing.selectAll().orderBy('id').execute(),
    blockSeats: await db
      .selectFrom('reservedSeats')
      .selectAll()
      .where('reservationId', 'in', standing.select('id'))
      .execute(),
    campaigns: await campaigns.selectAll().orderBy('id').execute(),
    campaignTypes: await db
      .selectFrom('voucherCampaignTypes')
      .selectAll()
      .where('campaignId', 'in', campaigns.select('id'))
      .execute(),
    campaignAmounts: await db
      .selectFrom('voucherAmounts')
      .selectAll()
      .where('campaignId', 'in', campaigns.select('id'))
      .orderBy('currency')
      .execute(),
    vouchers: await db.selectFrom('vouchers').selectAll().where('eventId', 'in', ids).orderBy('code').execute(),
    eligiblePeople: await db
      .selectFrom('eligiblePeople')
      .selectAll()
      .where('eventId', 'in', ids)
      .orderBy('eligibility')
      .orderBy('keyHash')
      .execute(),
  }
}
