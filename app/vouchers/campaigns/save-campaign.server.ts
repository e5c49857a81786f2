import type { Kysely } from 'kysely'
import type { CampaignForm } from './campaign-form.ts'
import { listCampaigns, seenOfCampaign } from './queries.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveCampaign {
  eventId: string
  /** Null for a new one. */
  campaignId: string | null
  form: CampaignForm
  now: Instant
  actor: Actor
}

export type CampaignRefusal = 'unknown-ticket' | 'unknown-block' | 'campaign-used' | 'offer-stale' | 'gone'

/** Adds a campaign of vouchers, or changes one: all its codes do what it says from then on. Orders keep what they have. */
export async function saveCampaign(
  db: Kysely<Database>,
  { eventId, campaignId, form, now, actor }: SaveCampaign,
): Promise<Result<{ id: string }, CampaignRefusal | 'busy'>> {
  return await transact<{ id: string }, CampaignRefusal>(db, async (db) => {
    await db.updateTable('events').set({ updatedAt: now }).where('id', '=', eventId).execute()
    await refuseForeign(db, eventId, form)
    const { seen, blockId, amounts, ticketTypeIds, ...fields } = form
    const columns = {
      ...fields,
      opensHidden: flag(form.opensHidden),
      isCombinable: flag(form.isCombinable),
      isDisabled: flag(form.isDisabled),
      organization: form.organization || null,
      reservationId: blockId || null,
      updatedAt: now,
    }
    const id = campaignId ?? newId(now)
    if (campaignId === null)
      await db
        .insertInto('voucherCampaigns')
        .values({ id, eventId, createdAt: now, ...columns })
        .execute()
    else {
      const known = (await listCampaigns(db, eventId)).find((campaign) => campaign.id === campaignId)
      if (!known) throw new Refused({ code: 'gone' as const })
      if (seen && seen !== seenOfCampaign(known)) throw new Refused({ code: 'offer-stale' as const })
      // What a use counts, an order or a person, cannot change under the uses that there are.
      if (known.used > 0 && known.appliesTo !== form.appliesTo)
        throw new Refused({ code: 'campaign-used' as const, field: 'appliesTo', details: { count: known.used } })
      await db.updateTable('voucherCampaigns').set(columns).where('id', '=', id).execute()
      await db.deleteFrom('voucherCampaignTypes').where('campaignId', '=', id).execute()
      await db.deleteFrom('voucherAmounts').where('campaignId', '=', id).execute()
    }
    const types = [...new Set(ticketTypeIds)].map((ticketTypeId) => ({ campaignId: id, ticketTypeId }))
    if (types.length > 0) await db.insertInto('voucherCampaignTypes').values(types).execute()
    const rows = amounts.map((amount) => ({ campaignId: id, ...amount }))
    if (rows.length > 0) await db.insertInto('voucherAmounts').values(rows).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: campaignId === null ? 'voucher-campaign.added' : 'voucher-campaign.changed',
        objectKind: 'voucher-campaign',
        objectId: id,
        eventId,
        after: { ...columns, ticketTypeIds, amounts },
      },
    ])
    return { id }
  })
}

async function refuseForeign(db: Kysely<Database>, eventId: string, { ticketTypeIds, blockId }: CampaignForm) {
  const types = await db.selectFrom('ticketTypes').select('id').where('eventId', '=', eventId).execute()
  if (ticketTypeIds.some((wanted) => !types.some(({ id }) => id === wanted)))
    throw new Refused({ code: 'unknown-ticket' as const, field: 'ticketTypeIds' })
  if (!blockId) return
  const block = await db
    .selectFrom('reservations')
    .select('id')
    .where('id', '=', blockId)
    .where('eventId', '=', eventId)
    .where('kind', '=', 'block')
    .executeTakeFirst()
  if (!block) throw new Refused({ code: 'unknown-block' as const, field: 'blockId' })
}
