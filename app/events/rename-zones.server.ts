import type { Kysely } from 'kysely'
import { currentZoneName } from '#app/values/zones/zone-names.ts'
import type { Database } from '#db/schema.ts'

/** Gives zones that were stored by an old name their current one. It is the same zone: nothing changes for anybody. */
export async function renameZones(db: Kysely<Database>): Promise<void> {
  const events = await db.selectFrom('events').select('zone').distinct().execute()
  for (const { zone } of events.filter(({ zone }) => zone !== currentZoneName(zone)))
    await db
      .updateTable('events')
      .set({ zone: currentZoneName(zone) })
      .where('zone', '=', zone)
      .execute()
  const steps = await db.selectFrom('priceSteps').select('closesZone').distinct().execute()
  for (const { closesZone } of steps)
    if (closesZone !== null && closesZone !== currentZoneName(closesZone))
      await db
        .updateTable('priceSteps')
        .set({ closesZone: currentZoneName(closesZone) })
        .where('closesZone', '=', closesZone)
        .execute()
}
