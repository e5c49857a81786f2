import type { Kysely } from 'kysely'
import { processorSeconds } from '../processor-time.ts'
import { filledIn, sendForms } from './send-forms.ts'
import { startServers, stopServers } from './servers.ts'
import { givenEvent } from '../../support/given.ts'
import type { Database } from '#db/schema.ts'

/** Many seats, so that everybody has one. */
const SEATS = 10_000_000

export interface Rate {
  perSecond: number
  /** Of one registration, in all server processes, in microseconds. */
  processor: number
  p99: number
}

interface Measured {
  url: string
  /** How many events the registrations are spread over. */
  events: number
  connections: number
  tries: number
  servers: number
}

/** How many registrations a second the application gives, over HTTP, each acknowledged when it is durable. */
export async function registrationsPerSecond(
  db: Kysely<Database>,
  { url, events: count, connections, tries, servers: processes }: Measured,
): Promise<Rate> {
  const events = await Promise.all(Array.from({ length: count }, () => givenEvent(db, { tickets: [{ seats: SEATS }] })))
  const servers = await startServers(url, processes)
  try {
    const targets = await Promise.all(servers.flatMap((server) => events.map((event) => filledIn(server.url, event))))
    // A server that has just started compiles as it goes.
    await sendForms({ targets, connections, tries: Math.ceil(tries / 2) })
    const before = spent(servers)
    const { placed, seconds, statuses, p99 } = await sendForms({ targets, connections, tries })
    if (placed !== tries) throw new Error(`not everybody was registered: ${JSON.stringify(statuses)}`)
    return { perSecond: tries / seconds, processor: ((spent(servers) - before) / tries) * 1e6, p99 }
  } finally {
    await stopServers(servers)
  }
}

function spent(servers: Awaited<ReturnType<typeof startServers>>): number {
  return servers.reduce((sum, { process }) => sum + processorSeconds(process.pid!), 0)
}
