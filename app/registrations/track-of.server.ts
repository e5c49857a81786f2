import { sql } from 'kysely'

/** A registration's track, or else that of its ticket type: of queries that join `registrations` and `ticket_types`. */
export const TRACK_OF = sql<string | null>`coalesce(registrations.track_id, ticket_types.track_id)`

/** The same, with '' for none: to group by and to compare. */
export const TRACK_OR_NONE = sql<string>`coalesce(registrations.track_id, ticket_types.track_id, '')`
