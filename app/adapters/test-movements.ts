import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { MovementPort, ProviderMovement, ProviderRefund } from '#app/payments/gateway.ts'
import { type Instant, toInstant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

/** What the built-in gateway's folder says that it moved, as a provider would list it. */
export function testMovements(folder: string): MovementPort {
  return {
    async *movements(from, until) {
      const all = [...(await charges(folder)), ...(await refunds(join(folder, 'refunds')))]
      const found = all.filter(({ at }) => at >= from && at < until)
      yield* found.toSorted((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1))
    },
  }
}

async function charges(folder: string): Promise<ProviderMovement[]> {
  const sessions = await filesIn(folder)
  return sessions.flatMap(({ name, content }): ProviderMovement[] => {
    const { amount, state, paidAt } = content as { amount?: Money; state: string; paidAt: Instant | null }
    if (state !== 'paid' || paidAt === null || !amount) return []
    const reference = `test_${name}`
    return [{ id: reference, kind: 'charge', reference, amount, fee: null, at: paidAt }]
  })
}

async function refunds(folder: string): Promise<ProviderMovement[]> {
  const payments = await namesIn(folder)
  const made = await Promise.all(payments.map((payment) => filesIn(join(folder, payment))))
  return made.flat().map(({ at, content }) => {
    const { providerReference, amount } = content as ProviderRefund
    return { id: providerReference, kind: 'refund', reference: providerReference, amount, fee: null, at }
  })
}

async function filesIn(folder: string): Promise<{ name: string; at: Instant; content: unknown }[]> {
  const files = (await namesIn(folder)).filter((name) => name.endsWith('.json'))
  return await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file)
      const [text, { mtimeMs }] = [await readFile(path, 'utf8'), await stat(path)]
      return {
        name: file.slice(0, -'.json'.length),
        at: toInstant(Math.floor(mtimeMs)),
        content: JSON.parse(text) as unknown,
      }
    }),
  )
}

/** A folder that is not there yet is empty. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
