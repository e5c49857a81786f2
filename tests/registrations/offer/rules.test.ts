import { afterEach, beforeEach, expect, test } from 'vitest'
import { removePriceRule } from '#app/registrations/offer/remove-price-rule.server.ts'
import { removeTaxRule } from '#app/registrations/offer/remove-tax-rule.server.ts'
import { removeTicketType } from '#app/registrations/offer/remove-ticket-type.server.ts'
import {
  findChangeRules,
  findPaymentTerms,
  listPriceRules,
  listRefundRules,
  listTaxRules,
  seenOfPriceRule,
  seenOfRefundRules,
  seenOfTaxRule,
} from '#app/registrations/offer/rules.server.ts'
import { saveChangeRules } from '#app/registrations/offer/save-change-rules.server.ts'
import { savePaymentTerms } from '#app/registrations/offer/save-payment-terms.server.ts'
import { savePriceRule } from '#app/registrations/offer/save-price-rule.server.ts'
import { saveRefundRules } from '#app/registrations/offer/save-refund-rules.server.ts'
import { saveTaxRule } from '#app/registrations/offer/save-tax-rule.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let run: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  run = await testServices()
  event = await givenEvent(run.db, {
    tickets: [{ seats: 10, price: 9000 }, { seats: 10, price: 9000 }, { seats: 10 }],
  })
})
afterEach(() => run.close())

const at = { now: NOW, actor: { kind: 'account', id: 'an-account' } } as const

function bundle() {
  const [morning, afternoon] = event.tickets
  return {
    name: 'Two tutorials',
    kind: 'bundle' as const,
    minimum: 1,
    percentOff: 0,
    isCombinable: false,
    parts: [[morning!.id], [afternoon!.id]],
    prices: [{ kind: 'only' as const, currency: 'USD', amountMinor: 15_000 }],
  }
}

async function actions(): Promise<string[]> {
  const entries = await run.db.selectFrom('auditEntries').select('action').orderBy('id').execute()
  return entries.map(({ action }) => action)
}

test('a bundle is saved with its parts and prices, changed, and removed, each with its audit entry', async () => {
  const made = await savePriceRule(run.db, { eventId: event.id, ruleId: null, form: bundle(), ...at })
  if (!made.ok) throw new Error('refused')
  const [rule] = await listPriceRules(run.db, event.id)
  expect(rule).toMatchObject({
    name: 'Two tutorials',
    types: [{ part: 1 }, { part: 2 }],
    steps: [{ amountMinor: 15_000 }],
  })
  const seen = seenOfPriceRule(rule!)
  const form = { ...bundle(), name: 'Both halves', seen }
  expect(await savePriceRule(run.db, { eventId: event.id, ruleId: rule!.id, form, ...at })).toMatchObject({ ok: true })
  expect(await savePriceRule(run.db, { eventId: event.id, ruleId: rule!.id, form, ...at })).toMatchObject({
    refusals: [{ code: 'offer-stale' }],
  })
  const [first] = event.tickets
  expect(await removeTicketType(run.db, { eventId: event.id, ticketTypeId: first!.id, ...at })).toMatchObject({
    refusals: [{ code: 'ticket-linked', details: { name: 'Both halves' } }],
  })
  expect(await removePriceRule(run.db, { eventId: event.id, ruleId: rule!.id, ...at })).toMatchObject({ ok: true })
  expect(await listPriceRules(run.db, event.id)).toEqual([])
  expect(await actions()).toEqual(['price-rule.added', 'price-rule.changed', 'price-rule.removed'])
})

test('a rule names tickets of its own event only', async () => {
  const other = await givenEvent(run.db)
  const form = { ...bundle(), parts: [[event.tickets[0]!.id], [other.tickets[0]!.id]] }
  expect(await savePriceRule(run.db, { eventId: event.id, ruleId: null, form, ...at })).toMatchObject({
    refusals: [{ code: 'unknown-ticket' }],
  })
})

test('one tax is the default; one that a ticket names stays', async () => {
  const form = { name: 'VAT', rate: 1800, isInclusive: true, isDefault: true, allowsReverseCharge: false, note: '' }
  const first = await saveTaxRule(run.db, { eventId: event.id, ruleId: null, form, ...at })
  await saveTaxRule(run.db, { eventId: event.id, ruleId: null, form: { ...form, name: 'Other', rate: 550 }, ...at })
  const rules = await listTaxRules(run.db, event.id)
  expect(rules.map(({ name, rate, isDefault }) => [name, rate, isDefault])).toEqual([
    ['VAT', 1800, 0],
    ['Other', 550, 1],
  ])
  if (!first.ok) throw new Error('refused')
  await run.db
    .updateTable('ticketTypes')
    .set({ taxRuleId: first.value.id })
    .where('id', '=', event.tickets[0]!.id)
    .execute()
  const remove = (ruleId: string) => removeTaxRule(run.db, { eventId: event.id, ruleId, ...at })
  expect(await remove(first.value.id)).toMatchObject({ refusals: [{ code: 'tax-used', details: { count: 1 } }] })
  expect(await remove(rules[1]!.id)).toMatchObject({ ok: true })
  const stale = { ...form, seen: seenOfTaxRule(rules[0]!) }
  await saveTaxRule(run.db, { eventId: event.id, ruleId: first.value.id, form: { ...form, rate: 1900 }, ...at })
  expect(await saveTaxRule(run.db, { eventId: event.id, ruleId: first.value.id, form: stale, ...at })).toMatchObject({
    refusals: [{ code: 'offer-stale' }],
  })
})

test('refund rules are saved as a whole, in their order, and nobody overwrites another unawares', async () => {
  const any = { reason: 'any' as const, untilAt: NOW, percent: 5000, feeMinor: 0, feeCurrency: null, appliedByOn: null }
  const visa = { ...any, reason: 'visa-refused' as const, untilAt: null, percent: 10_000, appliedByOn: '2027-05-10' }
  const save = (rules: (typeof any | typeof visa)[], seen?: string) =>
    saveRefundRules(run.db, { eventId: event.id, form: { rules, seen }, ...at })
  const empty = seenOfRefundRules([])
  expect(await save([any, visa], empty)).toMatchObject({ ok: true })
  expect(await save([visa], empty)).toMatchObject({ refusals: [{ code: 'offer-stale' }] })
  expect(await listRefundRules(run.db, event.id)).toMatchObject([
    { position: 0, reason: 'any', percent: 5000 },
    { position: 1, reason: 'visa-refused', appliedByOn: '2027-05-10' },
  ])
})

test('what people may change is set once and changed afterwards', async () => {
  const form = {
    editUntilAt: null,
    substitution: 'same-organization' as const,
    substituteUntilAt: NOW,
    convertUntilAt: null,
    changeUntilAt: null,
    refundAsks: 'finance' as const,
    endsRefunded: false,
  }
  await saveChangeRules(run.db, { eventId: event.id, form, ...at })
  await saveChangeRules(run.db, { eventId: event.id, form: { ...form, substitution: 'none' }, ...at })
  expect(await findChangeRules(run.db, event.id)).toMatchObject({ substitution: 'none', substituteUntilAt: NOW })
  expect(await actions()).toEqual(['change-rules.changed', 'change-rules.changed'])
})

test('a way to pay is offered with its terms; the last one stays while tickets cost something', async () => {
  const form = {
    isOffered: true,
    confirmsOn: 'payment' as const,
    dueDays: 14,
    fromAt: null,
    untilAt: null,
    needsApproval: false,
    instructions: 'To account 1',
  }
  const save = (method: 'card' | 'bank-transfer', isOffered: boolean) =>
    savePaymentTerms(run.db, { eventId: event.id, method, form: { ...form, isOffered }, ...at })
  expect(await save('bank-transfer', true)).toMatchObject({ ok: true })
  expect((await findPaymentTerms(run.db, event.id)).methods).toEqual(['card', 'bank-transfer'])
  expect(await save('card', false)).toMatchObject({ ok: true })
  expect(await save('bank-transfer', false)).toMatchObject({ refusals: [{ code: 'last-method', field: 'isOffered' }] })
  const audit = await run.db.selectFrom('auditEntries').select('after').execute()
  expect(JSON.stringify(audit)).not.toContain('account 1')
})
