import { type Kysely, sql } from 'kysely'
import { seenOf } from '#app/values/seen.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { keysetPage } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

export const VOUCHERS_PAGE = 25

/**
 * The campaigns of an event with how they are used: codes, uses, money given away by currency, and what is left of
 * their block. The number of queries does not grow with them.
 */
export async function listCampaigns(db: Kysely<Database>, eventId: string) {
  const campaigns = db.selectFrom('voucherCampaigns').where('voucherCampaigns.eventId', '=', eventId)
  const ids = campaigns.select('voucherCampaigns.id')
  const [found, types, amounts, codes, given, blocks] = await Promise.all([
    campaigns.selectAll().orderBy('isDisabled').orderBy('name').orderBy('id').execute(),
    db.selectFrom('voucherCampaignTypes').selectAll().where('campaignId', 'in', ids).execute(),
    db.selectFrom('voucherAmounts').selectAll().where('campaignId', 'in', ids).orderBy('currency').execute(),
    db
      .selectFrom('vouchers')
      .select('campaignId')
      .select([
        sql<number>`count(*)`.as('issued'),
        sql<number>`sum(maximum_uses)`.as('possible'),
        sql<number>`sum(used)`.as('used'),
      ])
      .where('eventId', '=', eventId)
      .groupBy('campaignId')
      .execute(),
    listGiven(db, eventId),
    db
      .selectFrom('reservations')
      .innerJoin('reservedSeats', 'reservedSeats.reservationId', 'reservations.id')
      .select(['reservations.id', 'reservations.name', 'reservations.endedAt'])
      .select([sql<number>`sum(remaining)`.as('remaining'), sql<number>`sum(size)`.as('size')])
      .where('reservations.eventId', '=', eventId)
      .where('reservations.kind', '=', 'block')
      .groupBy(['reservations.id', 'reservations.name', 'reservations.endedAt'])
      .execute(),
  ])
  return found.map((campaign) => {
    const counted = codes.find(({ campaignId }) => campaignId === campaign.id)
    const block = blocks.find(({ id }) => id === campaign.reservationId)
    return {
      ...campaign,
      ticketTypeIds: types.filter(({ campaignId }) => campaignId === campaign.id).map((row) => row.ticketTypeId),
      amounts: amounts
        .filter(({ campaignId }) => campaignId === campaign.id)
        .map(({ currency, amountMinor }) => ({ currency, amountMinor: Number(amountMinor) })),
      issued: Number(counted?.issued ?? 0),
      possible: Number(counted?.possible ?? 0),
      used: Number(counted?.used ?? 0),
      given: given.filter(({ campaignId }) => campaignId === campaign.id),
      block: block
        ? {
            name: block.name,
            remaining: Number(block.remaining),
            size: Number(block.size),
            isOver: block.endedAt !== null,
          }
        : null,
    }
  })
}

/** What vouchers took off the seats that are still held or confirmed, by campaign and currency. */
async function listGiven(db: Kysely<Database>, eventId: string) {
  const rows = await db
    .selectFrom('orderLines')
    .innerJoin('orders', 'orders.id', 'orderLines.orderId')
    .innerJoin('vouchers', (join) =>
      join.onRef('vouchers.eventId', '=', 'orders.eventId').onRef('vouchers.code', '=', 'orderLines.description'),
    )
    .leftJoin('registrations', 'registrations.id', 'orderLines.registrationId')
    .select(['vouchers.campaignId', 'orderLines.currency', sql<number>`sum(order_lines.amount_minor)`.as('amount')])
    .where('orders.eventId', '=', eventId)
    .where('orderLines.kind', '=', 'voucher')
    .where((row) =>
      row.or([row('orderLines.registrationId', 'is', null), row('registrations.state', 'in', ['held', 'confirmed'])]),
    )
    .groupBy(['vouchers.campaignId', 'orderLines.currency'])
    .orderBy('orderLines.currency')
    .execute()
  return rows.map(({ campaignId, currency, amount }) => ({ campaignId, currency, amountMinor: -Number(amount) }))
}

export type ListedCampaign = Awaited<ReturnType<typeof listCampaigns>>[number]

/** What the form of a campaign was filled in over: uses change without anybody saving. */
export function seenOfCampaign(campaign: ListedCampaign): string {
  const { issued: _, possible: __, used: ___, given: ____, block: _____, ticketTypeIds, amounts, ...columns } = campaign
  return seenOf([
    Object.entries(columns).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ticketTypeIds.toSorted(),
    amounts.map(({ currency, amountMinor }) => `${currency} ${amountMinor}`),
  ])
}

export interface VoucherFilter {
  eventId: string
  campaignId: string
  /** Part of a code, a note or an address, as typed. */
  search: string
}

function matching(db: Kysely<Database>, { eventId, campaignId, search }: VoucherFilter) {
  const pattern = (words: string) => `%${words.replace(/[!%_]/g, (sign) => `!${sign}`)}%`
  const code = search.toUpperCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  return db
    .selectFrom('vouchers')
    .where('eventId', '=', eventId)
    .where('campaignId', '=', campaignId)
    .$if(search !== '', (query) =>
      query.where((row) =>
        row.or([
          ...(code === '' ? [] : [sql<boolean>`code like ${pattern(code)} escape '!'`]),
          sql<boolean>`lower(note) like ${pattern(search.toLowerCase())} escape '!'`,
          sql<boolean>`email_key like ${pattern(search.toLowerCase())} escape '!'`,
        ]),
      ),
    )
}

/** A page of the codes of a campaign, those last made first. */
export async function listVouchers(db: Kysely<Database>, wanted: VoucherFilter & { cursor: Cursor }) {
  const { count } = await matching(db, wanted)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const { rows, steps } = await keysetPage(matching(db, wanted).selectAll(), {
    keys: [['vouchers.id', 'desc']],
    cursor: wanted.cursor,
    size: VOUCHERS_PAGE,
    anchor: matching(db, { ...wanted, search: '' }),
  })
  return { vouchers: rows, total: Number(count), steps }
}

export async function findVoucher(
  db: Kysely<Database>,
  { eventId, campaignId, voucherId }: { eventId: string; campaignId: string; voucherId: string },
) {
  const voucher = await db
    .selectFrom('vouchers')
    .selectAll()
    .where('id', '=', voucherId)
    .where('eventId', '=', eventId)
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  return voucher ?? null
}

/** The next codes after one, in the order of their ids, for a file. */
export async function nextVouchers(
  db: Kysely<Database>,
  { after, limit, ...filter }: VoucherFilter & { after: string | null; limit: number },
) {
  return await matching(db, filter)
    .selectAll()
    .$if(after !== null, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()
}
