import type { Kysely, Selectable } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { paymentReference } from '../reference.ts'
import type { PaymentInstructions } from './instructions.ts'
import { readTerms } from './read-terms.server.ts'
import { issuerOf } from './issuer-of.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, IssuersTable, PaymentMethod } from '#db/schema.ts'

/** Methods whose payer can tell us something about the money. */
const TAKES_CLAIMS: PaymentMethod[] = ['bank-transfer', 'invoice', 'mobile-money', 'waiver']

/**
 * How to pay an order by the method it has, for the page of whoever pays it. Null when nothing is due, when there is
 * nothing left to pay for, or when the method has a page of its own.
 */
export async function instructionsFor(
  db: Kysely<Database>,
  { orderId, now }: { orderId: string; now: Instant },
): Promise<PaymentInstructions | null> {
  const order = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .leftJoin('payers', 'payers.orderId', 'orders.id')
    .select(['orders.id', 'orders.code', 'orders.eventId', 'orders.paymentMethod', 'orders.dueAt'])
    .select(['events.hostId', 'events.zone', 'events.language', 'payers.purchaseOrder'])
    .where('orders.id', '=', orderId)
    .where('events.status', '<>', 'cancelled')
    .executeTakeFirst()
  const method = order?.paymentMethod as PaymentMethod | null | undefined
  if (!order || !method || method === 'card') return null
  const balance = await balanceOf(db, orderId)
  if (!balance || balance.currency === null || balance.due <= 0 || !(await hasSeats(db, orderId))) return null
  const terms = await readTerms(db, order.eventId, method)
  const issuer = await issuerOf(db, order.hostId)
  const isWritten = method === 'bank-transfer' || method === 'invoice' || method === 'mobile-money'
  return {
    method,
    amount: { amountMinor: balance.due, currency: balance.currency },
    reference: isWritten ? paymentReference(order.code) : null,
    dueAt: order.dueAt,
    isOverdue: order.dueAt !== null && order.dueAt < now,
    zone: order.zone,
    payableFromAt: method === 'desk' ? (terms?.fromAt ?? null) : null,
    account: issuer ? accountOf(issuer, method) : null,
    issuer: issuer && pick(issuer),
    purchaseOrder: order.purchaseOrder ?? null,
    text: terms?.instructions ?? '',
    textLanguage: order.language,
    needsApproval: terms?.needsApproval ?? false,
    takesClaims: TAKES_CLAIMS.includes(method),
    claim: await latestClaim(db, orderId),
  }
}

type Issuer = Selectable<IssuersTable>

function pick({ name, address, taxNumber, email }: Issuer) {
  return { name, address, taxNumber, email }
}

function accountOf(issuer: Issuer, method: PaymentMethod): PaymentInstructions['account'] {
  const holder = issuer.accountHolder ?? issuer.name
  if (method === 'mobile-money')
    return issuer.mobileAccount ? { holder, bankName: null, number: issuer.mobileAccount, bic: null } : null
  if (method !== 'bank-transfer' && method !== 'invoice') return null
  const { accountNumber, bankName, bic } = issuer
  return accountNumber ? { holder, bankName, number: grouped(accountNumber), bic } : null
}

/** An IBAN is read in fours (ISO 13616); another number as it was entered. */
function grouped(number: string): string {
  const bare = number.replace(/\s/g, '').toUpperCase()
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(bare) ? bare.replace(/(.{4})(?=.)/g, '$1 ') : number
}

async function hasSeats(db: Kysely<Database>, orderId: string): Promise<boolean> {
  const seat = await db
    .selectFrom('registrations')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', ['held', 'confirmed'])
    .limit(1)
    .executeTakeFirst()
  return seat !== undefined
}

async function latestClaim(db: Kysely<Database>, orderId: string): Promise<PaymentInstructions['claim']> {
  const claim = await db
    .selectFrom('paymentClaims')
    .select(['state', 'createdAt', 'reference', 'reason'])
    .where('orderId', '=', orderId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return claim ? { state: claim.state, at: claim.createdAt, reference: claim.reference, reason: claim.reason } : null
}
