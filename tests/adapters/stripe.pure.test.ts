import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { NOW } from '#tests/support/now.ts'
import { withNetwork } from '#tests/support/network.ts'
import { createLog } from '#app/adapters/log.ts'
import { stripeGateway } from '#app/adapters/stripe.ts'
import { addMinutes, epochMilliseconds } from '#app/values/moment.ts'

// Single exchanges at Stripe's own address; what takes several is tried on the stand-in (tests/payments).
const SESSIONS = 'https://api.stripe.com/v1/checkout/sessions'

const network = withNetwork()

const gateway = stripeGateway({
  secretKey: 'sk_test_key_of_nobody',
  webhookSecret: 'whsec_of_nobody',
  apiBase: null,
  requireLive: true,
  clock: { now: () => NOW },
  log: createLog('silent'),
})

const attempt = {
  id: '01990000-0000-7000-8000-000000000001',
  orderCode: 'P7KQ-4M2X',
  amount: { amountMinor: 45000, currency: 'USD' },
  providerReference: null,
}

const details = {
  idempotencyKey: 'order:1:attempt:1',
  description: 'INET · P7KQ-4M2X',
  email: 'ada@example.org',
  language: 'ar',
  returnUrl: 'https://plenary.example/orders/P7KQ-4M2X/return?key=k',
  cancelUrl: 'https://plenary.example/orders/P7KQ-4M2X?key=k',
  expiresAt: addMinutes(NOW, 35),
}

test('a page is asked for at Stripe, with the key, once for an attempt', async () => {
  let asked: { authorization: string | null; idempotency: string | null; form: URLSearchParams } | undefined
  network.use(
    http.post(SESSIONS, async ({ request }) => {
      asked = {
        authorization: request.headers.get('Authorization'),
        idempotency: request.headers.get('Idempotency-Key'),
        form: new URLSearchParams(await request.text()),
      }
      const expires_at = epochMilliseconds(details.expiresAt) / 1000
      return HttpResponse.json({ id: 'cs_1', url: 'https://checkout.stripe.com/c/pay/cs_1', expires_at })
    }),
  )
  expect(await gateway.start(attempt, details)).toEqual({
    kind: 'redirect',
    url: 'https://checkout.stripe.com/c/pay/cs_1',
    providerReference: 'cs_1',
    expiresAt: details.expiresAt,
  })
  expect(asked?.authorization).toBe('Bearer sk_test_key_of_nobody')
  expect(asked?.idempotency).toBe('order:1:attempt:1')
  expect(asked?.form.get('line_items[0][price_data][unit_amount]')).toBe('45000')
  expect(asked?.form.get('locale')).toBe('en')
})

test('an amount that Stripe finds too small is told apart from other refusals', async () => {
  const refuse = (code: string) =>
    network.use(
      http.post(SESSIONS, () =>
        HttpResponse.json({ error: { type: 'invalid_request_error', code, message: 'no' } }, { status: 400 }),
      ),
    )
  refuse('amount_too_small')
  expect(await gateway.start(attempt, details)).toEqual({ kind: 'refused', reason: 'too-small' })
  refuse('parameter_unknown')
  expect(await gateway.start(attempt, details)).toEqual({ kind: 'refused', reason: 'rejected' })
})

test('where live money is wanted, play money is not taken for a payment', async () => {
  const paid = {
    id: 'cs_1',
    client_reference_id: attempt.id,
    metadata: { attempt: attempt.id },
    status: 'complete',
    payment_status: 'paid',
    payment_intent: 'pi_1',
    amount_total: 45000,
    currency: 'usd',
  }
  const answer = (livemode: boolean) =>
    network.use(http.get(`${SESSIONS}/cs_1`, () => HttpResponse.json({ ...paid, livemode })))
  answer(false)
  expect(await gateway.fetchState({ ...attempt, providerReference: 'cs_1' })).toEqual({ state: 'foreign' })
  answer(true)
  expect(await gateway.fetchState({ ...attempt, providerReference: 'cs_1' })).toEqual({
    state: 'paid',
    amount: attempt.amount,
    paymentReference: 'pi_1',
  })
})
