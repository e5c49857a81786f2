import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testGateway } from '#app/adapters/test-gateway.ts'
import type { ProviderMovement } from '#app/payments/gateway.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'

const NOW = '2026-11-21T12:00:00.000Z'
let folder: string
const gateway = () => testGateway({ folder, clock: { now: () => NOW } })

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'plenary-')), 'test-gateway')
})

afterEach(() => rm(join(folder, '..'), { recursive: true }))

async function all(from = '2000', until = '9999'): Promise<ProviderMovement[]> {
  const found: ProviderMovement[] = []
  for await (const movement of gateway().movements!.movements(from, until)) found.push(movement)
  return found
}

it('lists what was paid and what went back, as our payments and refunds name it', async () => {
  expect(await all()).toEqual([])
  const amount = { amountMinor: 12_500, currency: 'USD' }
  const id = newId(NOW)
  const attempt = { id, orderCode: 'P7KQ-4M2X', amount, providerReference: null }
  await gateway().start(attempt, {
    idempotencyKey: 'key',
    description: 'Workshop',
    email: 'who@example.org',
    language: 'en',
    returnUrl: 'http://plenary.test/orders/P7KQ-4M2X/return?key=k',
    cancelUrl: 'http://plenary.test/orders/P7KQ-4M2X?key=k',
    expiresAt: addMinutes(NOW, 35),
  })
  expect(await all()).toEqual([])
  await gateway().choose(id, 'succeed')
  const paid = await gateway().fetchState(attempt)
  const reference = paid.state === 'paid' ? paid.paymentReference : ''
  expect(await all()).toMatchObject([{ kind: 'charge', reference, amount, at: NOW }])
  expect(await all(addMinutes(NOW, 1))).toEqual([])
  const back = { amountMinor: 500, currency: 'USD' }
  await gateway().refunds!.refund(
    { providerReference: reference },
    { attemptId: newId(NOW), amount: back, idempotencyKey: 'refund' },
  )
  const refund = (await all()).find(({ kind }) => kind === 'refund')
  expect(refund).toMatchObject({ amount: back, fee: null })
})
