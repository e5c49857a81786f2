import type { Kysely } from 'kysely'
import { askNames } from './ask-names.server.ts'
import { addDays, type Instant, wallClock } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** From the day before the last one on, names are looked at, where the rule asks for that: once for each event. */
export async function askDueNames(db: Kysely<Database>, { now }: { now: Instant }): Promise<{ asked: number }> {
  const today = now.slice(0, 10)
  const rows = await db
    .selectFrom('certificateRules as rule')
    .innerJoin('events', 'events.id', 'rule.eventId')
    .select(['rule.eventId', 'events.lastOn', 'events.zone'])
    .where('rule.needsName', '=', 1)
    .where('rule.namesAskedAt', 'is', null)
    .where('events.status', '=', 'published')
    .where('events.postponedAt', 'is', null)
    // A day more on both sides, since a day ends at another hour in each zone.
    .where('events.lastOn', '<=', addDays(today, 2))
    .where('events.lastOn', '>=', addDays(today, -2))
    .execute()
  let asked = 0
  for (const { eventId, lastOn, zone } of rows) {
    if (wallClock(now, zone).day < addDays(lastOn, -1)) continue
    const result = await askNames(db, { eventId, actor: { kind: 'system' }, now })
    if (result.ok) asked += result.value.asked
  }
  return { asked }
}
