import type { Kysely } from 'kysely'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'

/** The bundles and group prices of an event, with their ticket types by part and their prices. */
export async function listPriceRules(db: Kysely<Database>, eventId: string) {
  const rules = db.selectFrom('priceRules').where('eventId', '=', eventId)
  const [found, types, steps] = await Promise.all([
    rules.selectAll().orderBy('position').orderBy('id').execute(),
    db.selectFrom('priceRuleTypes').selectAll().where('priceRuleId', 'in', rules.select('id')).execute(),
    db.selectFrom('priceRuleSteps').selectAll().where('priceRuleId', 'in', rules.select('id')).orderBy('id').execute(),
  ])
  return found.map((rule) => ({
    ...rule,
    types: types.filter(({ priceRuleId }) => priceRuleId === rule.id),
    steps: steps
      .filter(({ priceRuleId }) => priceRuleId === rule.id)
      .map((step) => ({ ...step, amountMinor: Number(step.amountMinor) })),
  }))
}

export type PriceRule = Awaited<ReturnType<typeof listPriceRules>>[number]

export function seenOfPriceRule({ types, steps, ...rule }: PriceRule): string {
  return seenOf([
    [rule.kind, rule.name, rule.minimum, rule.percentOff, rule.isCombinable],
    types.map(({ part, ticketTypeId }) => `${part} ${ticketTypeId}`).toSorted(),
    steps.map(({ kind, currency, amountMinor }) => `${kind} ${currency} ${amountMinor}`).toSorted(),
  ])
}

/** The tax rules of an event with how many ticket types name each. */
export async function listTaxRules(db: Kysely<Database>, eventId: string) {
  const [rules, types] = await Promise.all([
    db.selectFrom('taxRules').selectAll().where('eventId', '=', eventId).orderBy('id').execute(),
    db.selectFrom('ticketTypes').select(['taxRuleId']).where('eventId', '=', eventId).execute(),
  ])
  return rules.map((rule) => ({
    ...rule,
    ticketTypes: types.filter(({ taxRuleId }) => taxRuleId === rule.id).length,
  }))
}

export type TaxRule = Awaited<ReturnType<typeof listTaxRules>>[number]

export function seenOfTaxRule({ ticketTypes: _, ...rule }: TaxRule): string {
  return seenOf(Object.entries(rule).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

export async function listRefundRules(db: Kysely<Database>, eventId: string) {
  const rules = await db
    .selectFrom('refundRules')
    .selectAll()
    .where('eventId', '=', eventId)
    .orderBy('position')
    .execute()
  return rules.map((rule) => ({ ...rule, feeMinor: Number(rule.feeMinor) }))
}

export type StoredRefundRule = Awaited<ReturnType<typeof listRefundRules>>[number]

export function seenOfRefundRules(rules: StoredRefundRule[]): string {
  return seenOf(
    rules.map((rule) => [rule.reason, rule.untilAt, rule.percent, rule.feeMinor, rule.feeCurrency, rule.appliedByOn]),
  )
}

export async function findChangeRules(db: Kysely<Database>, eventId: string) {
  const rules = await db.selectFrom('changeRules').selectAll().where('eventId', '=', eventId).executeTakeFirst()
  return rules ?? null
}

/** How an event is paid: its currency, the methods that it offers and the terms that it set. */
export async function findPaymentTerms(db: Kysely<Database>, eventId: string) {
  const [event, rows] = await Promise.all([
    db
      .selectFrom('events')
      .select(['currency', 'confirmsOn', 'paymentMethods'])
      .where('id', '=', eventId)
      .executeTakeFirstOrThrow(),
    db.selectFrom('paymentTerms').selectAll().where('eventId', '=', eventId).execute(),
  ])
  return { ...event, methods: event.paymentMethods.split(/[\s,]+/).filter(Boolean), rows }
}

export type StoredTerms = Awaited<ReturnType<typeof findPaymentTerms>>
