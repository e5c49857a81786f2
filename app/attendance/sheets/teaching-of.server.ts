import type { Kysely } from 'kysely'
import type { EventPlace } from '#app/people/rights.ts'
import type { Database } from '#db/schema.ts'

/** Who teaches a track, or for null the event, and from when to when on a day: for the head of a sheet. */
export async function teachingOf(
  db: Kysely<Database>,
  { event, trackId, heldOn }: { event: EventPlace; trackId: string | null; heldOn: string },
): Promise<{ hours: string; instructors: string[] }> {
  const [times, people] = await Promise.all([
    db
      .selectFrom('sessions')
      .select(({ fn }) => [fn.min('startsTime').as('from'), fn.max('endsTime').as('to')])
      .where('eventId', '=', event.id)
      .where('heldOn', '=', heldOn)
      .where('kind', 'not in', ['break', 'social'])
      .$if(trackId !== null, (query) =>
        query.where(({ eb, or }) => or([eb('trackId', '=', trackId), eb('trackId', 'is', null)])),
      )
      .executeTakeFirst(),
    db
      .selectFrom('roles')
      .innerJoin('accounts', 'accounts.id', 'roles.accountId')
      .innerJoin('people', 'people.id', 'accounts.personId')
      .select('people.fullName')
      .distinct()
      .where('roles.role', '=', 'instructor')
      .where('roles.scope', '=', 'event')
      .where('roles.scopeId', '=', event.id)
      .where('roles.trackId', 'in', trackId === null ? [''] : ['', trackId])
      .orderBy('people.fullName')
      .execute(),
  ])
  const { from, to } = times ?? {}
  return { hours: from && to ? `${from}–${to}` : '', instructors: people.map(({ fullName }) => fullName) }
}
