import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Tables whose rows an organizer puts in order. */
type Ordered =
  | 'eventPeople'
  | 'rooms'
  | 'sessionMaterials'
  | 'callChoices'
  | 'callSections'
  | 'callQuestions'
  | 'callCriteria'
  | 'surveyQuestions'

/**
 * Puts one of these rows, which stand in their order, before (-1) or behind (1) its neighbour, and numbers all of them
 * anew where they were not. At an end it stays. @returns whether it moved.
 */
export async function swapPlaces(
  db: Kysely<Database>,
  table: Ordered,
  all: { id: string; position: number }[],
  { id, by }: { id: string; by: -1 | 1 },
): Promise<boolean> {
  const at = all.findIndex((row) => row.id === id)
  const neighbour = all[at + by]
  if (at < 0 || !neighbour) return false
  const order = all.with(at, neighbour).with(at + by, all[at]!)
  for (const [position, row] of order.entries())
    if (row.position !== position)
      await db
        .updateTable(table as 'rooms')
        .set({ position })
        .where('id', '=', row.id)
        .execute()
  return true
}
