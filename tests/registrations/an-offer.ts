import type { Offered, OfferedEvent, OfferedType, PriceRule, TaxRule } from '#app/registrations/offered.ts'
import type { PlaceOrder, PlacePerson } from '#app/registrations/placing.ts'
import type { PriceStep } from '#app/registrations/prices/pricing.ts'
import type { Campaign, Voucher } from '#app/vouchers/voucher.ts'

/** An offer without a database: what the pure rules judge. */
export function anOffer({
  event,
  types = [aType('full', { USD: 450_00 })],
  vouchers = [],
  mains = {},
}: {
  event?: Partial<OfferedEvent>
  types?: OfferedType[]
  vouchers?: Voucher[]
  mains?: Record<string, string[]>
} = {}): Offered {
  return {
    events: new Map([['event', anEvent(event)]]),
    types: new Map(types.map((type) => [type.id, type])),
    quotas: new Map(),
    mains: new Map(Object.entries(mains)),
    vouchers,
    reserved: new Map(),
    eligible: new Set(),
  }
}

function anEvent(given: Partial<OfferedEvent> = {}): OfferedEvent {
  return {
    id: 'event',
    status: 'published',
    postponedAt: null,
    admission: 'registration',
    language: 'en',
    currency: 'USD',
    confirmsOn: 'payment',
    paymentMethods: 'card,bank-transfer,invoice',
    startsAt: '2027-06-21T07:00:00.000Z',
    endsAt: '2027-06-25T15:00:00.000Z',
    country: 'RW',
    priceRules: [],
    taxRules: [],
    terms: [],
    issuerCountry: null,
    ...given,
  }
}

/** A ticket type with one price per currency that never ends, or with these steps. */
export function aType(
  id: string,
  prices: Record<string, number> | PriceStep[],
  given: Partial<OfferedType> = {},
): OfferedType {
  const steps = Array.isArray(prices)
    ? prices
    : Object.entries(prices).map(([currency, amountMinor]): PriceStep => ({
        kind: 'only',
        currency,
        amountMinor,
        startsAt: null,
        endsAt: null,
      }))
  return {
    id,
    eventId: 'event',
    trackId: null,
    code: id.toUpperCase(),
    admission: 'open',
    attendance: 'onsite',
    isHidden: 0,
    isClosed: 0,
    minPerOrder: 0,
    maxPerOrder: 10,
    allowsRepeat: 0,
    onSaleFromAt: null,
    onSaleUntilAt: null,
    audience: 'standard',
    scope: 'full',
    isAddon: 0,
    allowsGuest: 0,
    eligibility: 'none',
    proof: 'none',
    remoteTypeId: null,
    taxRuleId: null,
    names: new Map([['en', id]]),
    steps,
    quotaIds: [],
    ...given,
  }
}

export function aVoucher(code: string, campaign: Partial<Campaign> = {}, given: Partial<Voucher> = {}): Voucher {
  return {
    id: code,
    eventId: 'event',
    code,
    maximumUses: 100,
    used: 0,
    emailKey: null,
    isDisabled: 0,
    campaign: {
      id: `campaign ${code}`,
      effect: 'percentage',
      percentOff: 10_00,
      appliesTo: 'person',
      opensHidden: 0,
      isCombinable: 0,
      reservationId: null,
      startsAt: null,
      endsAt: null,
      isDisabled: 0,
      ticketTypeIds: [],
      amounts: new Map(),
      ...campaign,
    },
    ...given,
  }
}

export function aGroup(given: Partial<PriceRule> & { of: string[] }): PriceRule {
  const { of, ...rule } = given
  const types = of.map((ticketTypeId) => ({ part: 1, ticketTypeId }))
  return {
    id: 'group',
    kind: 'group',
    name: 'Group',
    minimum: 5,
    percentOff: 10_00,
    isCombinable: 0,
    types,
    steps: [],
    ...rule,
  }
}

export function aBundle(parts: string[][], prices: Record<string, number>): PriceRule {
  return {
    id: 'bundle',
    kind: 'bundle',
    name: 'Two halves',
    minimum: 0,
    percentOff: 0,
    isCombinable: 0,
    types: parts.flatMap((types, at) => types.map((ticketTypeId) => ({ part: at + 1, ticketTypeId }))),
    steps: Object.entries(prices).map(([currency, amountMinor]) => ({ kind: 'only', currency, amountMinor })),
  }
}

export function aTax(rate: number, given: Partial<TaxRule> = {}): TaxRule {
  return { id: 'tax', name: 'VAT', rate, isInclusive: 1, isDefault: 1, allowsReverseCharge: 0, note: '', ...given }
}

/** Somebody for each ticket type, person by person. */
export function orderOf(types: (string | Partial<PlacePerson>)[], given: Partial<PlaceOrder> = {}): PlaceOrder {
  return {
    eventId: 'event',
    formKey: 'form',
    language: 'en',
    people: types.map((one, at) => ({
      fullName: `Person ${at}`,
      email: `person-${at}@example.org`,
      ticketTypeId: 'full',
      ...(typeof one === 'string' ? { ticketTypeId: one } : one),
    })),
    paymentMethod: 'card',
    ...given,
  }
}
