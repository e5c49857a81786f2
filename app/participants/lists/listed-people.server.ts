import { type Kysely, sql } from 'kysely'
import type { ListScope } from './select-listed.server.ts'
import type { Database } from '#db/schema.ts'

export interface ListedPerson {
  id: string
  code: string
  orderId: string
  ticketTypeId: string
  trackId: string | null
  fullName: string
  latinName: string | null
  badgeName: string | null
  email: string | null
  country: string | null
  affiliation: string | null
  language: string | null
}

interface Found extends ListedPerson {
  isListed: number
}

/**
 * Those of these registrations whom a reader may see, in no order. Asked for by their ids alone, and looked through here:
 * with the event in the question as well, or with joins that a database may turn round, it would walk the whole event for
 * every page of a long list. Columns are named as they are needed, because renaming them a row at a time takes longer than reading them.
 */
export async function listedPeople(
  db: Kysely<Database>,
  { eventId, trackIds }: ListScope,
  ids: string[],
): Promise<ListedPerson[]> {
  const { rows } = await sql<Found>`select registrations.id, registrations.code,
      (registrations.event_id = ${eventId} and registrations.state = 'confirmed') as isListed,
      registrations.order_id as orderId, registrations.ticket_type_id as ticketTypeId,
      coalesce(registrations.track_id, ticket_types.track_id) as trackId, people.full_name as fullName,
      people.latin_name as latinName, people.badge_name as badgeName, people.email, people.country,
      people.affiliation, people.language
    from registrations
    left join people on people.id = registrations.person_id
    left join ticket_types on ticket_types.id = registrations.ticket_type_id
    where registrations.id in (${sql.join(ids)})`.execute(db.withoutPlugins())
  return rows.filter(
    (row) => row.isListed === 1 && (trackIds === 'all' || (row.trackId !== null && trackIds.includes(row.trackId))),
  )
}
