import type { Kysely } from 'kysely'
import type { MovementPort, ProviderMovement } from '../gateway.ts'
import { compareMovements, type Compared, EDGE_HOURS } from './compare-movements.ts'
import { ourMovements } from './our-movements.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** More than a page of a person’s attention holds; a shorter period shows them all. */
const MOST_MOVEMENTS = 20_000

/** What we have against what the provider has for a period, with every difference explained. Asks the provider. */
export async function reconcileProvider(
  db: Kysely<Database>,
  port: MovementPort,
  { method, from, until, reach, now }: { method: string; from: Instant; until: Instant; reach: Reach; now: Instant },
): Promise<Result<Compared, 'provider-unavailable' | 'period-too-long'>> {
  const [wideFrom, wideUntil] = [addMinutes(from, -EDGE_HOURS * 60), addMinutes(until, EDGE_HOURS * 60)]
  const theirs: ProviderMovement[] = []
  try {
    for await (const movement of port.movements(wideFrom, wideUntil)) {
      theirs.push(movement)
      if (theirs.length > MOST_MOVEMENTS) return refuse({ code: 'period-too-long' })
    }
  } catch {
    return refuse({ code: 'provider-unavailable' })
  }
  const ours = await ourMovements(db, { method, from: wideFrom, until: wideUntil, reach })
  const seen = reach === 'all' ? theirs : await ofOrdersWithin(db, theirs, method, reach)
  return accept(compareMovements(ours, seen, { from, until, now }))
}

/** Who sees some events only is not shown the rest of the provider's account. */
async function ofOrdersWithin(
  db: Kysely<Database>,
  theirs: ProviderMovement[],
  method: string,
  reach: Reach,
): Promise<ProviderMovement[]> {
  const own = await ourMovements(db, { method, from: '0000', until: '9999', reach })
  const references = new Set(own.map(({ reference }) => reference))
  return theirs.filter(({ reference }) => reference !== null && references.has(reference))
}
