import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testMovements } from './test-movements.ts'
import type { Clock } from './clock.ts'
import type {
  GatewayAttempt,
  ProviderRefund,
  ProviderState,
  RefundPort,
  TestGateway,
  TestSession,
} from '#app/payments/gateway.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'

/** How long a delayed payment takes here, in seconds. */
const DELAY = 60

interface Stored {
  amount: TestSession['amount']
  description: string
  isForPayer: boolean
  expiresAt: Instant
  state: 'open' | 'paid' | 'expired'
  /** Paid at that moment; until then it is on its way. */
  paidAt: Instant | null
  isDeclined: boolean
}

/**
 * The built-in gateway of the demonstration: no money moves, and the person plays the bank on a page of ours. Its
 * sessions are files, one an attempt, so that they outlive a restart and every process sees them.
 */
export function testGateway({ folder, clock }: { folder: string; clock: Clock }): TestGateway {
  const fileOf = (attemptId: string) => join(folder, `${attemptId}.json`)

  async function read(attemptId: string): Promise<Stored | null> {
    if (!/^[0-9a-f-]{36}$/.test(attemptId)) return null
    try {
      return JSON.parse(await readFile(fileOf(attemptId), 'utf8')) as Stored
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  async function write(attemptId: string, session: Stored): Promise<void> {
    await mkdir(folder, { recursive: true })
    const half = `${fileOf(attemptId)}.${randomUUID()}`
    await writeFile(half, JSON.stringify(session))
    await rename(half, fileOf(attemptId))
  }

  async function fetchState({ id, amount }: GatewayAttempt): Promise<ProviderState> {
    const session = await read(id)
    if (!session) return { state: 'expired' }
    const state = stateAt(session, clock.now())
    return state === 'paid' ? { state, amount: session.amount ?? amount, paymentReference: `test_${id}` } : { state }
  }

  return {
    method: 'card',
    capabilities: { kind: 'redirect', isDelayed: false, refunds: 'provider', takesClaims: false },
    minimumOf: () => null,
    takesCurrency: () => true,
    refunds: refundPort(folder, read),
    movements: testMovements(folder),

    async start(attempt, details) {
      const known = await read(attempt.id)
      const { description, expiresAt } = details
      if (!known)
        await write(attempt.id, {
          amount: attempt.amount,
          description,
          isForPayer: details.cancelUrl.includes('/payer?'),
          expiresAt,
          state: 'open',
          paidAt: null,
          isDeclined: false,
        })
      const url = details.returnUrl.replace(/\/orders\/.*$/, `/test-gateway/${attempt.id}`)
      return {
        kind: 'redirect',
        url,
        providerReference: `test_${attempt.id}`,
        expiresAt: known?.expiresAt ?? expiresAt,
      }
    },

    fetchState,

    async cancel(attempt) {
      const session = await read(attempt.id)
      if (!session) return 'cancelled'
      const state = stateAt(session, clock.now())
      if (state === 'paid' || state === 'processing') return 'already-paid'
      await write(attempt.id, { ...session, state: 'expired' })
      return 'cancelled'
    },

    parseNotification: () => null,

    async sessionOf(attemptId) {
      const session = await read(attemptId)
      if (!session) return null
      const { amount, description, isForPayer, isDeclined } = session
      return { attemptId, amount, description, isForPayer, isDeclined, state: stateAt(session, clock.now()) }
    },

    async choose(attemptId, choice) {
      const session = await read(attemptId)
      if (!session || stateAt(session, clock.now()) !== 'open') return
      if (choice === 'fail') await write(attemptId, { ...session, isDeclined: true })
      if (choice === 'succeed') await write(attemptId, { ...session, state: 'paid', paidAt: clock.now() })
      if (choice === 'later')
        await write(attemptId, { ...session, state: 'paid', paidAt: addSeconds(clock.now(), DELAY) })
    },
  }
}

/** Money that goes back at once: a file for each refund, in a folder of its payment, made once for an attempt. */
function refundPort(folder: string, read: (attemptId: string) => Promise<Stored | null>): RefundPort {
  const folderOf = (reference: string) => join(folder, 'refunds', reference.replaceAll(/[^\w-]/g, ''))

  async function list(reference: string): Promise<ProviderRefund[]> {
    const names = await readdir(folderOf(reference)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    const files = names.filter((name) => name.endsWith('.json')).toSorted()
    const texts = await Promise.all(files.map((name) => readFile(join(folderOf(reference), name), 'utf8')))
    return texts.map((text) => JSON.parse(text) as ProviderRefund)
  }

  return {
    async refund({ providerReference }, { attemptId, amount }) {
      const made = await list(providerReference)
      const known = made.find((one) => one.attemptId === attemptId)
      if (known) return known
      const session = await read(providerReference.replace(/^test_/, ''))
      const left = made.reduce((sum, one) => sum - one.amount.amountMinor, session?.amount.amountMinor ?? 0)
      if (amount.amountMinor > left) return { state: 'refused', reason: 'charge_already_refunded' }
      const refund = { providerReference: `test_refund_${attemptId}`, state: 'done' as const, amount, attemptId }
      await mkdir(folderOf(providerReference), { recursive: true })
      const file = join(folderOf(providerReference), `${attemptId}.json`)
      const half = `${file}.${randomUUID()}`
      await writeFile(half, JSON.stringify(refund))
      await rename(half, file)
      return refund
    },
    refundsOf: ({ providerReference }) => list(providerReference),
    disputesOf: async () => [],
  }
}

function stateAt(session: Stored, now: Instant): TestSession['state'] {
  if (session.state === 'paid') return session.paidAt! <= now ? 'paid' : 'processing'
  return session.state === 'open' && session.expiresAt > now ? 'open' : 'expired'
}
