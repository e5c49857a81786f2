import type { Kysely } from 'kysely'
import { lockEvent, refuseStale } from './lock-event.server.ts'
import { METHODS, type PaymentTermsForm } from './payment-terms-form.ts'
import { findPaymentTerms, type StoredTerms } from './rules.server.ts'
import { seenOf } from '#app/values/seen.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { flag } from '#app/values/flag.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, PaymentMethod } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SavePaymentTerms {
  eventId: string
  method: PaymentMethod
  form: PaymentTermsForm
  now: Instant
  actor: Actor
}

/**
 * Offers a way to pay, or no longer, and sets its terms. Orders that were placed keep theirs. An event with prices
 * keeps one way to pay at least.
 */
export async function savePaymentTerms(
  db: Kysely<Database>,
  { eventId, method, form, now, actor }: SavePaymentTerms,
): Promise<Result<void, 'last-method' | 'offer-stale' | 'busy'>> {
  return await transact<void, 'last-method' | 'offer-stale'>(db, async (db) => {
    await lockEvent(db, eventId, now)
    const before = await findPaymentTerms(db, eventId)
    refuseStale(form.seen, seenOfTerms(before, method))
    const others = before.methods.filter((one) => one !== method)
    if (!form.isOffered && before.methods.includes(method) && others.length === 0 && (await hasPrices(db, eventId)))
      throw new Refused({ code: 'last-method' as const, field: 'isOffered' })
    const methods = form.isOffered ? inOrder([...others, method]) : others
    await db
      .updateTable('events')
      .set({ paymentMethods: methods.join(',') })
      .where('id', '=', eventId)
      .execute()
    const { seen: _, isOffered, needsApproval, ...terms } = form
    const columns = { ...terms, needsApproval: flag(needsApproval) }
    await db.deleteFrom('paymentTerms').where('eventId', '=', eventId).where('method', '=', method).execute()
    await db
      .insertInto('paymentTerms')
      .values({ eventId, method, ...columns })
      .execute()
    const { instructions: __, ...audited } = columns
    await recordAudit(db, now, [
      {
        actor,
        action: 'payment-terms.changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { methods: before.methods },
        after: { method, isOffered, ...audited },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}

/** What the form of a method was filled in over. */
export function seenOfTerms({ methods, rows }: Pick<StoredTerms, 'methods' | 'rows'>, method: string): string {
  const row = rows.find((one) => one.method === method)
  return seenOf([methods.includes(method), row ? Object.entries(row).map(String).toSorted() : null])
}

function inOrder(methods: string[]): string[] {
  const place = (method: string) => {
    const at = METHODS.findIndex((one) => one === method)
    return at === -1 ? METHODS.length : at
  }
  return methods.toSorted((one, other) => place(one) - place(other))
}

async function hasPrices(db: Kysely<Database>, eventId: string): Promise<boolean> {
  const step = await db
    .selectFrom('priceSteps')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'priceSteps.ticketTypeId')
    .select('priceSteps.id')
    .where('ticketTypes.eventId', '=', eventId)
    .where('amountMinor', '>', 0)
    .executeTakeFirst()
  return step !== undefined
}
