import type { Kysely } from 'kysely'
import { joinView } from './queries.server.ts'
import { askedOnce } from '#app/values/asked-together.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Whether one can wait for seats of an event that is sold out, asked once for all who ask at the same time. */
export type IsJoinable = (event: { slug: string; language: string; now: Instant }) => Promise<boolean>

/** When the last seat is gone, everybody who wanted one asks this within a second. */
export function shareJoinable(db: Kysely<Database>): IsJoinable {
  const once = askedOnce<boolean>()
  return (event) => once(event.slug, async () => (await joinView(db, event))?.state === 'open')
}
