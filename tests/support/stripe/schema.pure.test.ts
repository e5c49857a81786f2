import { describe, expect, it } from 'vitest'
import { complaints } from './schema.ts'
import { readParams } from './wire.ts'

describe('the schema made from stripe’s own types', () => {
  const good = {
    mode: 'payment',
    expires_at: '1800000000',
    line_items: [
      { quantity: '1', price_data: { currency: 'usd', unit_amount: '5000', product_data: { name: 'Seat' } } },
    ],
    payment_intent_data: { metadata: { attempt: 'a' } },
    adaptive_pricing: { enabled: 'false' },
  }

  it('accepts what stripe declares', () => {
    expect(complaints('SessionCreateParams', good)).toEqual([])
    expect(complaints('RefundCreateParams', { payment_intent: 'pi_1', amount: '500' })).toEqual([])
  })

  it.each([
    ['an unknown parameter', { payment_method_types: ['card'] }, 'payment_method_types: no such parameter'],
    [
      'an unknown parameter inside a list',
      { line_items: [{ price_dat: {} }] },
      'line_items[0].price_dat: no such parameter',
    ],
    ['a value that is not named', { submit_type: 'reserve' }, 'submit_type: “"reserve"” is none of'],
    ['a text for a number', { expires_at: '2026-11-21T12:00:00Z' }, 'expires_at: not a number'],
    ['a text for a flag', { adaptive_pricing: { enabled: '0' } }, 'adaptive_pricing.enabled: not true or false'],
    ['metadata that is too long', { metadata: { order: 'x'.repeat(501) } }, 'metadata.order: too long'],
    [
      'a missing part',
      { line_items: [{ price_data: { unit_amount: '1' } }] },
      'line_items[0].price_data.currency: missing',
    ],
  ])('refuses %s', (_, change, complaint) => {
    expect(complaints('SessionCreateParams', { ...good, ...change }).join()).toContain(complaint)
  })

  it('reads the wire format', () => {
    expect(readParams('a[0][b]=1&a[1][b]=2&c[d]=x%20y')).toEqual({ a: [{ b: '1' }, { b: '2' }], c: { d: 'x y' } })
  })
})
