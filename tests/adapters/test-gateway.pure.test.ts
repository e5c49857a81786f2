import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testGateway } from '#app/adapters/test-gateway.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'

const NOW = '2026-11-21T12:00:00.000Z'
const attempt = {
  id: newId(NOW),
  orderCode: 'P7KQ-4M2X',
  amount: { amountMinor: 12_500, currency: 'USD' },
  providerReference: null,
}
const details = {
  idempotencyKey: 'order:1:attempt:1',
  description: 'Routing workshop · P7KQ-4M2X',
  email: 'who@example.org',
  language: 'fr',
  returnUrl: 'http://plenary.test/fr/orders/P7KQ-4M2X/return?key=secret',
  cancelUrl: 'http://plenary.test/fr/orders/P7KQ-4M2X?key=secret',
  expiresAt: addMinutes(NOW, 35),
}

let folder: string
let now = NOW
const gateway = () => testGateway({ folder, clock: { now: () => now } })

beforeEach(async () => {
  now = NOW
  folder = join(await mkdtemp(join(tmpdir(), 'plenary-')), 'test-gateway')
  await gateway().start(attempt, details)
})

afterEach(() => rm(join(folder, '..'), { recursive: true }))

describe('the built-in gateway', () => {
  it('leads to its own page, in the reader’s language, without the order’s key', async () => {
    const url = `http://plenary.test/fr/test-gateway/${attempt.id}`
    expect(await gateway().start(attempt, details)).toMatchObject({
      kind: 'redirect',
      url,
      expiresAt: details.expiresAt,
    })
    expect(await gateway().fetchState(attempt)).toEqual({ state: 'open' })
  })

  it('remembers over a restart what was chosen', async () => {
    await gateway().choose(attempt.id, 'succeed')
    const paid = { state: 'paid', amount: attempt.amount, paymentReference: `test_${attempt.id}` }
    expect(await gateway().fetchState(attempt)).toEqual(paid)
    await gateway().start(attempt, details)
    expect(await gateway().fetchState(attempt)).toEqual(paid)
    expect(await gateway().cancel(attempt)).toBe('already-paid')
  })

  it('declines, and lets one try again', async () => {
    await gateway().choose(attempt.id, 'fail')
    expect(await gateway().sessionOf(attempt.id)).toMatchObject({ state: 'open', isDeclined: true })
    await gateway().choose(attempt.id, 'succeed')
    expect(await gateway().fetchState(attempt)).toMatchObject({ state: 'paid' })
  })

  it('is on its way for a minute when told to be late', async () => {
    await gateway().choose(attempt.id, 'later')
    expect(await gateway().fetchState(attempt)).toEqual({ state: 'processing' })
    now = addMinutes(NOW, 1)
    expect(await gateway().fetchState(attempt)).toMatchObject({ state: 'paid' })
  })

  it('can be left, closed, and forgotten', async () => {
    await gateway().choose(attempt.id, 'abandon')
    expect(await gateway().fetchState(attempt)).toEqual({ state: 'open' })
    expect(await gateway().cancel(attempt)).toBe('cancelled')
    await gateway().choose(attempt.id, 'succeed')
    expect(await gateway().fetchState(attempt)).toEqual({ state: 'expired' })
  })

  it('ends by itself', async () => {
    now = addMinutes(NOW, 35)
    await gateway().choose(attempt.id, 'succeed')
    expect(await gateway().fetchState(attempt)).toEqual({ state: 'expired' })
  })

  it('knows nothing of other attempts, and reads no other files', async () => {
    expect(await gateway().sessionOf(newId(NOW))).toBeNull()
    expect(await gateway().sessionOf('../../etc/passwd')).toBeNull()
  })
})

describe('money back by the built-in gateway', () => {
  const payment = { providerReference: `test_${attempt.id}` }
  const asked = (amountMinor: number, key: string) => ({
    attemptId: key,
    amount: { amountMinor, currency: 'USD' },
    idempotencyKey: key,
  })

  it('goes back once for an attempt, is remembered over a restart, and is never more than was paid', async () => {
    await gateway().choose(attempt.id, 'succeed')
    const refund = await gateway().refunds!.refund(payment, asked(5000, 'one'))
    expect(refund).toMatchObject({ state: 'done', attemptId: 'one', amount: { amountMinor: 5000 } })
    expect(await gateway().refunds!.refund(payment, asked(5000, 'one'))).toEqual(refund)
    expect(await gateway().refunds!.refund(payment, asked(7501, 'two'))).toMatchObject({ state: 'refused' })
    expect(await gateway().refunds!.refund(payment, asked(7500, 'two'))).toMatchObject({ state: 'done' })
    expect(await gateway().refunds!.refundsOf(payment)).toHaveLength(2)
    expect(await gateway().refunds!.refundsOf({ providerReference: 'test_other' })).toEqual([])
    expect(await gateway().refunds!.disputesOf(payment)).toEqual([])
  })
})
