import type { Kysely } from 'kysely'
import type { PayoutScope } from './list-payouts.server.ts'
import { leftOfComponent } from './left-of-component.server.ts'
import { withinReach } from '#app/events/within-reach.ts'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

export type PayoutInFull = NonNullable<Awaited<ReturnType<typeof readPayout>>>

/** One payout with its receipts, and what is left of its component beside it; null outside the scope. */
export async function readPayout(
  db: Kysely<Database>,
  { payoutId, scope, language }: { payoutId: string; scope: PayoutScope; language: string },
) {
  const payout = await db
    .selectFrom('payouts')
    .innerJoin('awardComponents', 'awardComponents.id', 'payouts.componentId')
    .innerJoin('awards', 'awards.id', 'payouts.awardId')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('events', 'events.id', 'payouts.eventId')
    .selectAll('payouts')
    .select(['awardComponents.kind', 'people.fullName', 'awards.visa', 'awards.ticketInHandAt', 'events.slug'])
    .select(['events.zone', 'events.language as own'])
    .where('payouts.id', '=', payoutId)
    .$if('eventId' in scope, (query) => query.where('payouts.eventId', '=', (scope as { eventId: string }).eventId))
    .$if('reach' in scope && scope.reach !== 'all', (query) =>
      query.where((row) => withinReach(row as never, (scope as { reach: Exclude<Reach, 'all'> }).reach)),
    )
    .executeTakeFirst()
  if (!payout) return null
  const receipts = await db
    .selectFrom('payoutReceipts as receipt')
    .leftJoin('files', 'files.id', 'receipt.fileId')
    .select(['receipt.id', 'receipt.description', 'receipt.amountMinor', 'receipt.currency'])
    .select(['files.byteCount', 'files.erasedAt'])
    .where('receipt.payoutId', '=', payoutId)
    .execute()
  const texts = await db
    .selectFrom('eventTexts')
    .select(['language', 'title'])
    .where('eventId', '=', payout.eventId)
    .execute()
  const { formKey: _key, own, ...shown } = payout
  const beside = payout.state === 'refused' ? 0 : payout.amountMinor
  return {
    ...shown,
    receipts,
    title: inLanguage(texts, language, own)?.title ?? payout.slug,
    mostMinor: (await leftOfComponent(db, payout.componentId)) + beside,
  }
}

/** The file of a receipt, for who may see its payout. */
export async function receiptFileId(
  db: Kysely<Database>,
  { receiptId, scope }: { receiptId: string; scope: PayoutScope | { awardId: string } },
): Promise<string | null> {
  const row = await db
    .selectFrom('payoutReceipts as receipt')
    .innerJoin('payouts', 'payouts.id', 'receipt.payoutId')
    .innerJoin('events', 'events.id', 'payouts.eventId')
    .select('receipt.fileId')
    .where('receipt.id', '=', receiptId)
    .$if('eventId' in scope, (query) => query.where('payouts.eventId', '=', (scope as { eventId: string }).eventId))
    .$if('awardId' in scope, (query) => query.where('payouts.awardId', '=', (scope as { awardId: string }).awardId))
    .$if('reach' in scope && scope.reach !== 'all', (query) =>
      query.where((row) => withinReach(row as never, (scope as { reach: Exclude<Reach, 'all'> }).reach)),
    )
    .executeTakeFirst()
  return row?.fileId ?? null
}
