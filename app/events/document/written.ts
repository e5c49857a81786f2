import type { Existing } from './find-existing.server.ts'
import type { PlacedDocument } from './parse.ts'
import type { ChildRows, eventRow } from './rows-of-plan.ts'

/** A document with what it becomes; `existing` is missing when the event is new. */
export interface Written {
  document: PlacedDocument
  eventId: string
  existing: Existing | undefined
  row: ReturnType<typeof eventRow>
  children: ChildRows
}
