import type { Kysely } from 'kysely'
import { type Details, detailsSchema } from '#app/events/details-form.ts'
import { findDetails } from '#app/events/editing-queries.server.ts'
import type { Database } from '#db/schema.ts'

/** The details form of an event as it would be sent if it was opened just now and this was typed into it. */
export async function typedDetails(
  db: Kysely<Database>,
  eventId: string,
  change: Partial<Details> = {},
): Promise<Details> {
  const { details, version, seen } = (await findDetails(db, eventId, change.textLanguage ?? 'en'))!
  const { shape } = detailsSchema
  const isAbsent = (name: string, value: unknown) =>
    value === '' && shape[name as keyof typeof shape].safeParse(undefined).data === undefined
  const typed = Object.entries(details).filter(([name, value]) => !isAbsent(name, value))
  const coordinates = shape.coordinates.parse(details.coordinates)
  return { ...Object.fromEntries(typed), coordinates, version, seen, ...change } as unknown as Details
}
