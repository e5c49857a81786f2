import type { Kysely, Selectable } from 'kysely'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { CallsTable, Database } from '#db/schema.ts'

type Dated = Pick<Selectable<CallsTable>, 'kind' | 'status' | 'opensAt' | 'closesAt'>

/**
 * Keeps on the event from when and until when one may apply, for catalogue, calendars and the scholarship filter: the
 * first opening and the last closing of its open calls, or when the last one ended. An event without such calls keeps
 * the dates that it was given by other ways. To be called in the transaction that changes a call.
 */
export async function followCallDates(db: Kysely<Database>, eventId: string, now: Instant): Promise<void> {
  const calls = await db
    .selectFrom('calls')
    .select(['kind', 'status', 'opensAt', 'closesAt'])
    .where('eventId', '=', eventId)
    .where('status', '!=', 'draft')
    .execute()
  const admission = callDates(calls, 'admission', now)
  const scholarship = callDates(calls, 'scholarship', now)
  if (!admission && !scholarship) return
  await db
    .updateTable('events')
    .set({
      ...(admission ? { applyFromAt: admission.opensAt, applyUntilAt: admission.closesAt } : {}),
      ...(scholarship ? { scholarshipFromAt: scholarship.opensAt, scholarshipUntilAt: scholarship.closesAt } : {}),
    })
    .where('id', '=', eventId)
    .execute()
  await eventChanged(db, eventId, now)
}

/** When one may apply for one of the two, over all calls for it; null where there is none. */
export function callDates(
  calls: Dated[],
  kind: 'admission' | 'scholarship',
  now: Instant,
): { opensAt: Instant | null; closesAt: Instant | null } | null {
  const own = calls.filter((call) => call.kind === kind || call.kind === 'both')
  if (own.length === 0) return null
  const isLive = ({ status, closesAt }: Dated) => status === 'open' && (closesAt === null || closesAt > now)
  const live = own.filter(isLive)
  if (live.length === 0) {
    const closesAt = own
      .map((call) => call.closesAt ?? now)
      .toSorted()
      .at(-1)!
    const opensAt = own.flatMap((call) => call.opensAt ?? []).toSorted()[0] ?? null
    return { opensAt: opensAt !== null && opensAt < closesAt ? opensAt : closesAt, closesAt }
  }
  const opens = live.flatMap(({ opensAt }) => opensAt ?? [])
  const closes = live.flatMap(({ closesAt }) => closesAt ?? [])
  return {
    opensAt: opens.length < live.length ? null : opens.toSorted()[0]!,
    closesAt: closes.length < live.length ? null : closes.toSorted().at(-1)!,
  }
}
