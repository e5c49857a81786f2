import type { Kysely } from 'kysely'
import { joinWaitingList } from './join-waiting-list.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

export interface SampleWaiting {
  /** Slug of the event, code of the ticket type. */
  event: string
  ticketType: string
  language: string
  partySize: number
  person: { fullName: string; email: string }
}

/**
 * Puts the invented people of the demonstration into their queue, as anybody would; nobody is written to. Again and
 * again without effect. Refused with what the first who could not wait was refused with.
 */
export async function joinSampleWaiting(
  db: Kysely<Database>,
  { waiting, now }: { waiting: SampleWaiting[]; now: Instant },
): Promise<Result<number>> {
  const types = await db
    .selectFrom('ticketTypes')
    .innerJoin('events', 'events.id', 'ticketTypes.eventId')
    .select(['ticketTypes.id', 'ticketTypes.code', 'ticketTypes.eventId', 'events.slug'])
    .where('events.slug', 'in', ['', ...waiting.map((row) => row.event)])
    .execute()
  const entryIds: string[] = []
  for (const { event, ticketType, language, partySize, person } of waiting) {
    const type = types.find(({ slug, code }) => slug === event && code === ticketType)
    if (!type) continue
    const joined = await joinWaitingList(db, {
      eventId: type.eventId,
      formKey: `sample-${hashOf(`${event}|waiting|${person.email}`).slice(0, 40)}`,
      ...person,
      language,
      ticketTypeIds: [type.id],
      partySize,
      isAllOrNothing: partySize > 1,
      wantedUntilAt: null,
      actor: { kind: 'system' },
      now,
    })
    if (!joined.ok) return refuse(...joined.refusals)
    entryIds.push(joined.value.entryId)
  }
  if (entryIds.length > 0)
    await db
      .updateTable('messages')
      .set({ state: 'withdrawn' })
      .where('state', '=', 'waiting')
      .where('subjectId', 'in', entryIds)
      .execute()
  return accept(entryIds.length)
}
