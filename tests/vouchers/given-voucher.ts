import type { Insertable, Kysely } from 'kysely'
import { setAside } from '#app/registrations/seats/reservations.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, VoucherCampaignsTable, VouchersTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'
import { NOW } from '#tests/support/now.ts'

interface GivenCampaign extends Partial<Insertable<VoucherCampaignsTable>> {
  amounts?: Record<string, number>
  ticketTypeIds?: string[]
}

/** A code of a campaign of its own: ten per cent off, as often as wanted, unless told otherwise. */
export async function givenVoucher(
  db: Kysely<Database>,
  eventId: string,
  { campaign = {}, ...given }: Partial<Insertable<VouchersTable>> & { campaign?: GivenCampaign } = {},
) {
  const { amounts = {}, ticketTypeIds = [], ...row } = campaign
  const campaignId = newId(NOW)
  await db
    .insertInto('voucherCampaigns')
    .values({
      id: campaignId,
      eventId,
      name: 'Campaign',
      effect: 'percentage',
      percentOff: 10_00,
      appliesTo: 'person',
      opensHidden: 0,
      isCombinable: 0,
      organization: null,
      reservationId: null,
      startsAt: null,
      endsAt: null,
      isDisabled: 0,
      createdAt: NOW,
      updatedAt: NOW,
      ...row,
    })
    .execute()
  for (const ticketTypeId of ticketTypeIds)
    await db.insertInto('voucherCampaignTypes').values({ campaignId, ticketTypeId }).execute()
  for (const [currency, amountMinor] of Object.entries(amounts))
    await db.insertInto('voucherAmounts').values({ campaignId, currency, amountMinor }).execute()
  const voucher = {
    id: newId(NOW),
    campaignId,
    eventId,
    code: 'CODE',
    maximumUses: 1000,
    used: 0,
    emailKey: null,
    note: '',
    isDisabled: 0 as const,
    createdAt: NOW,
    ...given,
  }
  await db.insertInto('vouchers').values(voucher).execute()
  return voucher
}

/** Seats of one quota set aside for codes. */
export async function givenBlock(
  db: Kysely<Database>,
  {
    eventId,
    quotaId,
    seats,
    untilAt = null,
  }: { eventId: string; quotaId: string; seats: number; untilAt?: Instant | null },
): Promise<string> {
  const demand = new Map([[quotaId, seats]])
  const block = { eventId, kind: 'block' as const, subjectId: null, name: 'Block', untilAt, demand }
  const made = await transact(db, (db) => setAside(db, { ...block, now: NOW, actor: { kind: 'system' } }))
  if (!made.ok || !made.value.ok) throw new Error('There is no room for the block.')
  return made.value.id
}
