import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Removes a campaign with its codes while none of them was ever used; one that was used can only be disabled. */
export async function removeCampaign(
  db: Kysely<Database>,
  { eventId, campaignId, now, actor }: { eventId: string; campaignId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'campaign-in-use' | 'gone' | 'busy'>> {
  return await transact<void, 'campaign-in-use' | 'gone'>(db, async (db) => {
    const campaign = await db
      .selectFrom('voucherCampaigns')
      .select('name')
      .where('id', '=', campaignId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!campaign) throw new Refused({ code: 'gone' as const })
    const vouchers = db.selectFrom('vouchers').select('vouchers.id').where('campaignId', '=', campaignId)
    const use = await db.selectFrom('voucherUses').select('id').where('voucherId', 'in', vouchers).executeTakeFirst()
    if (use) throw new Refused({ code: 'campaign-in-use' as const })
    await db.deleteFrom('vouchers').where('campaignId', '=', campaignId).where('used', '=', 0).execute()
    await db.deleteFrom('voucherCampaignTypes').where('campaignId', '=', campaignId).execute()
    await db.deleteFrom('voucherAmounts').where('campaignId', '=', campaignId).execute()
    await db.deleteFrom('voucherCampaigns').where('id', '=', campaignId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'voucher-campaign.removed',
        objectKind: 'voucher-campaign',
        objectId: campaignId,
        eventId,
        before: { name: campaign.name },
      },
    ])
  })
}
