import { givenEvent } from '../support/given.ts'
import { NOW } from '../support/now.ts'
import { runTogether } from '../support/race/run-together.ts'
import { withoutWall } from '../support/race/without-wall.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'

/**
 * How many seats are sold when so many callers in each of two processes want one at once. Without the guard of the
 * update, and the second wall behind it, the same rush sells too many.
 */
export async function soldInARush(
  url: string,
  { seats, callers, isGuarded }: { seats: number; callers: number; isGuarded: boolean },
): Promise<number> {
  const db = connect(url, 2)
  await migrate(db)
  try {
    const event = await givenEvent(db, { tickets: [{ seats }] })
    const [ticket] = event.tickets
    const input = { url, eventId: event.id, ticketTypeId: ticket!.id, count: callers, now: NOW }
    const processes = [1, 2].map(() => ({ ...input, isGuarded, isCombined: true }))
    const rush = () => runTogether('place-orders.ts', processes)
    await (isGuarded ? rush() : withoutWall(db, url, rush))
    const { sold } = await db
      .selectFrom('registrationSeats')
      .select(({ fn }) => fn.countAll<number>().as('sold'))
      .where('quotaId', '=', ticket!.quotaIds[0]!)
      .executeTakeFirstOrThrow()
    return Number(sold)
  } finally {
    await db.destroy()
  }
}
