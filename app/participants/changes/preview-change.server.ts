import type { Kysely } from 'kysely'
import { changeEffects } from './change-effects.server.ts'
import { type ChangeKind, type PlannedChange, type Telling, TEMPLATES } from './planned-change.ts'
import { planTelling } from '#app/registrations/telling/told.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'

export type ChangePreview = Awaited<ReturnType<typeof previewChange>>

/**
 * What a change would do, as things stand: who is told and who is not, what hangs on it, and `seen`, which stands for
 * all of that and for what was planned, so that doing it can tell whether something has become different.
 */
export async function previewChange(
  db: Kysely<Database>,
  { eventId, change, telling, now }: { eventId: string; change: PlannedChange; telling: Telling; now: Instant },
) {
  const { version } = await db
    .selectFrom('events')
    .select('version')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const plan = await planTelling(db, eventId, TEMPLATES[change.kind])
  const effects = await changeEffects(db, eventId, now)
  const told = telling.isTold ? plan.told : []
  const counts = { told: told.length, leftOut: plan.leftOut.length }
  const seen = seenOf({ version, ...counts, ...effects, change, telling })
  return { ...plan, told, effects, seen }
}

/** How many of those who are told are written to in each language, the most first. */
export function languagesOf(told: { language: string }[]): { language: string; count: number }[] {
  return [...Map.groupBy(told, ({ language }) => language)]
    .map(([language, of]) => ({ language, count: of.length }))
    .toSorted((one, other) => other.count - one.count || (one.language < other.language ? -1 : 1))
}

/** Whether the kind of change is one that this event can have now. */
export function canHave(
  kind: ChangeKind,
  event: { status: string; publishedAt: Instant | null; postponedAt: Instant | null; endsAt: Instant },
  now: Instant,
): boolean {
  const isOver = event.endsAt <= now
  if (event.status === 'cancelled') return kind === 'reinstate' && event.publishedAt !== null && !isOver
  if (event.status !== 'published') return false
  if (kind === 'reinstate') return event.postponedAt !== null && !isOver
  if (kind === 'postpone') return event.postponedAt === null && !isOver
  return true
}
