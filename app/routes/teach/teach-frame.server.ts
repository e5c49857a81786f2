import type { TeachFrame } from './frame.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { countParticipants } from '#app/participants/queries.server.ts'

/** What stands around every page of a workshop: two queries. */
export async function teachFrame(
  { services: { db }, language }: RequestContext,
  { eventId, trackIds }: { eventId: string; trackIds: string[] | 'all' },
): Promise<TeachFrame> {
  const [event, count] = await Promise.all([
    findEventForEditing(db, eventId, language),
    countParticipants(db, { eventId, trackIds }),
  ])
  const { slug, title, mark } = event!
  return { event: { slug, title, mark }, count }
}
