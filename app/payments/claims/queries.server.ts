import type { Kysely } from 'kysely'
import { balanceOf, balancesOf } from '../balance.server.ts'
import { moneyWithin, ROWS_PER_PAGE } from '../finance/finance-queries.server.ts'
import { duePerOrder } from '../finance/order-sums.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import { keysetPage } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

interface Asked {
  reach: Reach
  language: string
  cursor: Cursor
}

/** A page of what payers told us and nobody has decided, oldest first, with what is due. */
export async function waitingClaims(db: Kysely<Database>, { reach, language, cursor }: Asked) {
  const claims = moneyWithin(db, reach).innerJoin('paymentClaims', 'paymentClaims.orderId', 'orders.id')
  const waiting = claims
    .where('paymentClaims.state', '=', 'waiting')
    .select(['paymentClaims.id', 'paymentClaims.kind', 'paymentClaims.createdAt as at'])
    .select(['orders.id as orderId', 'orders.code', 'orders.eventId', 'events.zone'])
  const { rows, steps } = await keysetPage(waiting, {
    keys: [
      ['paymentClaims.createdAt', 'asc'],
      ['paymentClaims.id', 'asc'],
    ],
    cursor,
    size: ROWS_PER_PAGE,
    anchor: claims,
  })
  return { rows: await withMoney(db, rows, language), steps }
}

/** A page of the orders with confirmed seats whose money is late, longest first. */
export async function overdueOrders(db: Kysely<Database>, { reach, language, cursor, now }: Asked & { now: Instant }) {
  const overdue = moneyWithin(db, reach)
    .where('orders.dueAt', '<', now)
    .where('events.status', '<>', 'cancelled')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('registrations')
          .select('registrations.id')
          .whereRef('registrations.orderId', '=', 'orders.id')
          .where('registrations.state', '=', 'confirmed'),
      ),
    )
    .where(duePerOrder, '>', 0)
    .select(['orders.id', 'orders.id as orderId', 'orders.code', 'orders.keyVersion', 'orders.dueAt as at'])
    .select(['orders.eventId', 'events.zone'])
  const { rows, steps } = await keysetPage(overdue, {
    keys: [
      ['orders.dueAt', 'asc'],
      ['orders.id', 'asc'],
    ],
    cursor,
    size: ROWS_PER_PAGE,
    anchor: moneyWithin(db, reach),
  })
  return { rows: await withMoney(db, rows, language), steps }
}

/** One claim with everything that its decision needs; null outside the reach. */
export async function claimView(
  db: Kysely<Database>,
  { claimId, reach, language }: { claimId: string; reach: Reach; language: string },
) {
  const claim = await moneyWithin(db, reach)
    .innerJoin('paymentClaims', 'paymentClaims.orderId', 'orders.id')
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('payers', 'payers.orderId', 'orders.id')
    .leftJoin('files', 'files.id', 'paymentClaims.fileId')
    .selectAll('paymentClaims')
    .select(['orders.code', 'orders.keyVersion', 'orders.eventId', 'orders.currency', 'events.zone'])
    .select(['people.fullName', 'payers.name as payerName', 'payers.organization'])
    .select(['files.name as fileName', 'files.erasedAt'])
    .where('paymentClaims.id', '=', claimId)
    .executeTakeFirst()
  if (!claim) return null
  const [one] = await withMoney(db, [claim], language)
  return { ...one!, balance: await balanceOf(db, claim.orderId) }
}

/** The file of a claim; null outside the reach, and without a file. */
export async function claimFileId(
  db: Kysely<Database>,
  { claimId, reach }: { claimId: string; reach: Reach },
): Promise<string | null> {
  const claim = await moneyWithin(db, reach)
    .innerJoin('paymentClaims', 'paymentClaims.orderId', 'orders.id')
    .select('paymentClaims.fileId')
    .where('paymentClaims.id', '=', claimId)
    .executeTakeFirst()
  return claim?.fileId ?? null
}

/** What is due on each row's order, and its event's title in the reader's language, in a fixed number of queries. */
async function withMoney<Row extends { orderId: string; eventId: string }>(
  db: Kysely<Database>,
  rows: Row[],
  language: string,
) {
  const balances = await balancesOf(
    db,
    rows.map(({ orderId }) => orderId),
  )
  const texts = await db
    .selectFrom('eventTexts')
    .select(['eventId', 'language', 'title'])
    .where('eventId', 'in', ['', ...new Set(rows.map(({ eventId }) => eventId))])
    .execute()
  return rows.map((row) => {
    const { due = 0, currency = null } = balances.get(row.orderId) ?? {}
    const text = inLanguage(
      texts.filter(({ eventId }) => eventId === row.eventId),
      language,
    )
    return {
      ...row,
      title: text?.title ?? '',
      titleLanguage: text?.language ?? language,
      due: currency === null ? null : { amountMinor: due, currency },
    }
  })
}
