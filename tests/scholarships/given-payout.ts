import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { approvePayout } from '#app/scholarships/payouts/approve-payout.server.ts'
import { claimReceipt } from '#app/scholarships/payouts/claim-receipt.server.ts'
import { payPayout } from '#app/scholarships/payouts/pay-payout.server.ts'
import { recordPurchase } from '#app/scholarships/payouts/record-purchase.server.ts'
import { newId } from '#app/values/id.ts'
import type { ComponentKind, Database } from '#db/schema.ts'
import { NOW } from '#tests/support/now.ts'
import { VISITOR } from './given-award.ts'

export const CHECKER = 'account-checker'
export const APPROVER = 'account-approver'

export async function componentOf(db: Kysely<Database>, awardId: string, kind: ComponentKind): Promise<string> {
  const { id } = await db
    .selectFrom('awardComponents')
    .select('id')
    .where('awardId', '=', awardId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return id
}

export function valueOf<T>(result: { ok: true; value: T } | { ok: false; refusals: { code: string }[] }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

export function codesIn(result: { ok: true } | { ok: false; refusals: { code: string }[] }): string[] {
  return result.ok ? [] : result.refusals.map(({ code }) => code)
}

/** Something bought for the holder of an award, as far as an organizer goes. */
export async function givenPurchase(
  db: Kysely<Database>,
  { awardId, kind, amountMinor }: { awardId: string; kind: ComponentKind; amountMinor: number },
): Promise<string> {
  const { eventId } = await db
    .selectFrom('awards')
    .select('eventId')
    .where('id', '=', awardId)
    .executeTakeFirstOrThrow()
  const componentId = await componentOf(db, awardId, kind)
  const purchase = { eventId, awardId, componentId, amountMinor, note: '', formKey: randomUUID(), now: NOW }
  return valueOf(await recordPurchase(db, { ...purchase, accountId: CHECKER })).id
}

export async function givenPaidPayout(
  db: Kysely<Database>,
  given: { awardId: string; kind: ComponentKind; amountMinor: number },
): Promise<string> {
  const payoutId = await givenPurchase(db, given)
  const step = { payoutId, reach: 'all' as const, accountId: APPROVER, now: NOW }
  valueOf(await approvePayout(db, step))
  valueOf(await payPayout(db, { ...step, reference: 'TRANSFER 1' }))
  return payoutId
}

/** A receipt of the holder, with a file that is only a row. */
export async function givenReceipt(
  db: Kysely<Database>,
  { awardId, amountMinor, currency = 'USD' }: { awardId: string; amountMinor: number; currency?: string },
): Promise<string> {
  const { eventId } = await db
    .selectFrom('awards')
    .select('eventId')
    .where('id', '=', awardId)
    .executeTakeFirstOrThrow()
  const componentId = await componentOf(db, awardId, 'visa')
  const fileId = await givenFile(db, eventId)
  const claim = { awardId, componentId, fileId, description: 'Visa fee', formKey: randomUUID(), now: NOW }
  const amount = { amountMinor, currency }
  return valueOf(await claimReceipt(db, { ...claim, amount, actor: VISITOR })).id
}

export async function givenFile(db: Kysely<Database>, eventId: string): Promise<string> {
  const id = newId(NOW)
  await db
    .insertInto('files')
    .values({
      id,
      purpose: 'receipt',
      eventId,
      name: 'receipt.pdf',
      mediaType: 'application/pdf',
      byteCount: 4,
      digest: id,
      content: Buffer.from('%PDF'),
      createdAt: NOW,
      eraseAt: '2026-11-23T12:00:00.000Z',
      erasedAt: null,
    })
    .execute()
  return id
}
