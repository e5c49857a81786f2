import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '#tests/support/now.ts'
import { standInForStripe, type StandIn } from '#tests/support/stripe/stand-in.ts'
import { bankTransfer } from '#app/adapters/bank-transfer.ts'
import { desk } from '#app/adapters/desk.ts'
import { invoice } from '#app/adapters/invoice.ts'
import { createLog } from '#app/adapters/log.ts'
import { mobileMoney } from '#app/adapters/mobile-money.ts'
import { stripeGateway } from '#app/adapters/stripe.ts'
import { testGateway } from '#app/adapters/test-gateway.ts'
import { waiver } from '#app/adapters/waiver.ts'
import type { GatewayAttempt, PaymentGateway, Started } from '#app/payments/gateway.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, epochMilliseconds, type Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

/** A gateway with the hands of its payer and its provider. What has no provider has no such hands. */
interface Subject {
  gateway: PaymentGateway
  pay?(reference: string): Promise<void> | void
  payLater?(reference: string): Promise<void> | void
  /** From now on it answers nothing, until `heal`. */
  silence?(): void
  heal?(): void
  wait(minutes: number): void
  close(): Promise<void>
}

async function stripe(): Promise<Subject> {
  const clock = clockOf()
  const seconds = () => Math.floor(epochMilliseconds(clock.now()) / 1000)
  const standIn: StandIn = await standInForStripe({ now: seconds })
  const { secretKey, webhookSecret, url: apiBase } = standIn
  const options = {
    secretKey,
    webhookSecret,
    apiBase,
    requireLive: false,
    clock,
    log: createLog('silent'),
    timeout: 500,
  }
  return {
    gateway: stripeGateway(options),
    pay: standIn.pay,
    payLater: standIn.payLater,
    silence() {
      for (const on of ['create', 'retrieve', 'expire'] as const) standIn.fault({ on, how: 'lost', times: 99 })
    },
    heal: standIn.heal,
    wait: clock.wait,
    async close() {
      expect(standIn.complaints).toEqual([])
      await standIn.close()
    },
  }
}

async function builtIn(): Promise<Subject> {
  const clock = clockOf()
  const folder = await mkdtemp(join(tmpdir(), 'plenary-gateway-'))
  const gateway = testGateway({ folder, clock })
  const idOf = (reference: string) => reference.replace(/^test_/, '')
  return {
    gateway,
    pay: (reference) => gateway.choose(idOf(reference), 'succeed'),
    payLater: (reference) => gateway.choose(idOf(reference), 'later'),
    wait: clock.wait,
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

const byInstructions = (gateway: PaymentGateway) => async (): Promise<Subject> => ({
  gateway,
  wait: () => {},
  close: async () => {},
})

function clockOf() {
  let now: Instant = NOW
  return {
    now: () => now,
    wait(minutes: number) {
      now = addMinutes(now, minutes)
    },
  }
}

const SUBJECTS: [string, () => Promise<Subject>][] = [
  ['Stripe', stripe],
  ['the built-in gateway', builtIn],
  ['bank transfer', byInstructions(bankTransfer())],
  ['invoice', byInstructions(invoice())],
  ['mobile money', byInstructions(mobileMoney())],
  ['desk', byInstructions(desk())],
  ['waiver', byInstructions(waiver())],
]

describe.each(SUBJECTS)('%s, as a gateway', (_, open) => {
  let subject: Subject

  beforeEach(async () => {
    subject = await open()
  })

  afterEach(async () => {
    await subject.close()
  })

  function attemptOf(amount: Money = { amountMinor: 12_500, currency: 'USD' }): GatewayAttempt {
    return { id: newId(NOW), orderCode: 'P7KQ-4M2X', amount, providerReference: null }
  }

  async function start(attempt: GatewayAttempt): Promise<Started> {
    return await subject.gateway.start(attempt, {
      idempotencyKey: `order:1:attempt:${attempt.id}`,
      description: 'Workshop · P7KQ-4M2X',
      email: 'person@example.org',
      language: 'en',
      returnUrl: 'https://plenary.example/orders/P7KQ-4M2X/return?key=k',
      cancelUrl: 'https://plenary.example/orders/P7KQ-4M2X?key=k',
      expiresAt: addMinutes(NOW, 35),
    })
  }

  /** Started, as the attempt is kept from then on. */
  async function started(amount?: Money): Promise<GatewayAttempt & { providerReference: string }> {
    const attempt = attemptOf(amount)
    const answer = await start(attempt)
    if (answer.kind !== 'redirect' && answer.kind !== 'instructions') throw new Error(JSON.stringify(answer))
    return { ...attempt, providerReference: answer.providerReference }
  }

  it('starts in the way that it says, until a time that it keeps', async () => {
    const answer = await start(attemptOf())
    expect(answer.kind).toBe(subject.gateway.capabilities.kind)
    if (answer.kind === 'redirect') expect(answer.url).toMatch(/^https?:\/\//)
    expect(answer).toMatchObject({ expiresAt: addMinutes(NOW, 35), providerReference: expect.stringMatching(/./) })
  })

  it('C.7 #18 #19: started twice with the same key it is the same', async () => {
    const attempt = attemptOf()
    expect(await start(attempt)).toEqual(await start(attempt))
  })

  it('two attempts have two references', async () => {
    const [one, other] = [await started(), await started()]
    expect(one.providerReference).not.toBe(other.providerReference)
  })

  it('is open until something happens, however often it is asked', async () => {
    const attempt = await started()
    for (const time of [1, 2, 3])
      expect([time, await subject.gateway.fetchState(attempt)]).toEqual([time, { state: 'open' }])
  })

  it('cancelled it is over, and cancelling again says the same', async () => {
    const attempt = await started()
    expect(await subject.gateway.cancel(attempt)).toBe('cancelled')
    expect(await subject.gateway.cancel(attempt)).toBe('cancelled')
    if (subject.pay) expect((await subject.gateway.fetchState(attempt)).state).toBe('expired')
  })

  it('paid, it says how much, and cannot be cancelled any more', async () => {
    if (!subject.pay) return
    const attempt = await started()
    await subject.pay(attempt.providerReference)
    const state = await subject.gateway.fetchState(attempt)
    expect(state).toMatchObject({ state: 'paid', amount: attempt.amount, paymentReference: expect.stringMatching(/./) })
    expect(await subject.gateway.fetchState(attempt)).toEqual(state)
    expect(await subject.gateway.cancel(attempt)).toBe('already-paid')
  })

  it('on its way, it is neither paid nor failed nor to be cancelled', async () => {
    if (!subject.payLater) return
    const attempt = await started()
    await subject.payLater(attempt.providerReference)
    expect(await subject.gateway.fetchState(attempt)).toEqual({ state: 'processing' })
    expect(await subject.gateway.cancel(attempt)).toBe('already-paid')
  })

  it('past its time it is over', async () => {
    if (!subject.pay) return
    const attempt = await started()
    subject.wait(60)
    expect(await subject.gateway.fetchState(attempt)).toEqual({ state: 'expired' })
    expect(await subject.gateway.cancel(attempt)).toBe('cancelled')
  })

  it('silent, everything is unknown and stays so; afterwards the same page is there', { timeout: 20_000 }, async () => {
    if (!subject.silence) return
    const attempt = await started()
    const fresh = attemptOf()
    subject.silence()
    expect(await subject.gateway.fetchState(attempt)).toEqual({ state: 'unknown' })
    expect(await subject.gateway.fetchState(attempt)).toEqual({ state: 'unknown' })
    expect(await subject.gateway.cancel(attempt)).toBe('unknown')
    expect(await start(fresh)).toEqual({ kind: 'unknown' })
    subject.heal!()
    expect(await subject.gateway.fetchState(attempt)).toEqual({ state: 'open' })
    expect(await start(fresh)).toMatchObject({ kind: 'redirect' })
  })

  it.each([
    ['JPY', 12_500],
    ['UGX', 460_000],
    ['ISK', 17_000],
    ['MGA', 5_600_000],
    ['XOF', 75_000],
    ['HUF', 4_500_000],
    ['TWD', 400_000],
    ['USD', 12_599],
  ])('takes %s, and gives back the amount that was asked for', async (currency, amountMinor) => {
    expect(subject.gateway.takesCurrency(currency)).toBe(true)
    const minimum = subject.gateway.minimumOf(currency)
    if (minimum) expect(minimum).toEqual({ amountMinor: expect.any(Number), currency })
    const attempt = await started({ amountMinor, currency })
    if (!subject.pay) return
    await subject.pay(attempt.providerReference)
    expect(await subject.gateway.fetchState(attempt)).toMatchObject({ amount: { amountMinor, currency } })
  })

  it('says of KWD, with its three decimals, whether it takes it, and keeps its word', async () => {
    const answer = await start(attemptOf({ amountMinor: 40_005, currency: 'KWD' }))
    const isTaken = subject.gateway.takesCurrency('KWD')
    expect(answer.kind).toBe(isTaken ? subject.gateway.capabilities.kind : 'refused')
    if (!isTaken) expect(answer).toEqual({ kind: 'refused', reason: 'unsupported-currency' })
  })

  it('believes no notification without its provider’s signature', () => {
    for (const body of ['', '{}', '{"id":"evt_1","type":"checkout.session.completed","data":{"object":{}}}', '\0'])
      for (const signature of ['', 't=1,v1=00', 'v1='])
        expect(subject.gateway.parseNotification(new Headers({ 'Stripe-Signature': signature }), body)).toBeNull()
  })

  it('returns money by itself only where it has a port for it', () => {
    const { refunds } = subject.gateway.capabilities
    expect(refunds === 'provider').toBe(subject.gateway.refunds !== undefined)
  })
})
