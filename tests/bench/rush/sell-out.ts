import { type Kysely, sql } from 'kysely'
import { filledIn, type Rushed, sendForms } from './send-forms.ts'
import { startServers, stopServers } from './servers.ts'
import { givenEvent } from '../../support/given.ts'
import { withoutWall } from '../../support/race/without-wall.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import type { Database } from '#db/schema.ts'

export interface Wanted {
  url: string
  seats: number
  tries: number
  connections: number
  servers: number
  /** Without the guard of the update, and the second wall behind it: then the same rush must sell too many. */
  isGuarded?: boolean
}

export interface SoldOut extends Rushed {
  /** Confirmed registrations, as the database has them afterwards. */
  sold: number
  /** Sentences that must be true of the database, and are not. */
  violated: string[]
}

/** More people than there are seats send the form at once, through HTTP, until everybody has an answer. */
export async function sellOut(db: Kysely<Database>, wanted: Wanted): Promise<SoldOut> {
  const event = await givenEvent(db, { tickets: [{ seats: wanted.seats }] })
  const rush = () => sellSeats(db, event, wanted)
  return await (wanted.isGuarded === false ? withoutWall(db, wanted.url, rush) : rush())
}

async function sellSeats(
  db: Kysely<Database>,
  event: Awaited<ReturnType<typeof givenEvent>>,
  { url, tries, connections, servers: count, isGuarded = true }: Wanted,
): Promise<SoldOut> {
  const servers = await startServers(url, count, isGuarded)
  try {
    const targets = await Promise.all(servers.map((server) => filledIn(server.url, event)))
    const rushed = await sendForms({ targets, connections, tries })
    const invariants = await checkInvariants(db)
    const violated = invariants.filter(({ violations }) => violations > 0).map(({ name }) => name)
    return { ...rushed, sold: await confirmed(db, event.tickets[0]!.id), violated }
  } finally {
    await stopServers(servers)
  }
}

async function confirmed(db: Kysely<Database>, ticketTypeId: string): Promise<number> {
  const { count } = await db
    .selectFrom('registrations')
    .select(sql<number>`count(*)`.as('count'))
    .where('ticketTypeId', '=', ticketTypeId)
    .where('state', '=', 'confirmed')
    .executeTakeFirstOrThrow()
  return Number(count)
}
