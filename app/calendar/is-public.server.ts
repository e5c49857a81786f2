import type { ExpressionBuilder } from 'kysely'
import type { Database, EventsTable } from '#db/schema.ts'

/** What the public may know of: what is published, and what was cancelled after it was; never what nobody had seen. */
export function isPublic({ status, publishedAt }: Pick<EventsTable, 'status' | 'publishedAt'>): boolean {
  return status === 'published' || (status === 'cancelled' && publishedAt !== null)
}

/** The same as a condition. */
export function isPublicRow(eb: ExpressionBuilder<Database, 'events'>) {
  return eb.and([
    eb('events.status', 'in', ['published', 'cancelled']),
    eb.or([eb('events.status', '=', 'published'), eb('events.publishedAt', 'is not', null)]),
  ])
}

/**
 * The same for lists in the order of days, said so that SQLite follows the index of the days: by the one of the status
 * it would find the same rows and sort them, with all that was asked of them.
 */
export function isPublicRowInOrder(eb: ExpressionBuilder<Database, 'events'>) {
  return eb.and([
    eb('events.status', '!=', 'draft'),
    eb.or([eb('events.status', '=', 'published'), eb('events.publishedAt', 'is not', null)]),
  ])
}
