import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import type { SheetRow } from './batch-sheet.ts'
import { openReviews } from './open-reviews.server.ts'
import type { Database } from '#db/schema.ts'

export interface PlannedRow {
  line: number
  label: string
  is: 'save' | 'part' | 'same' | 'empty' | 'unknown' | 'not-yours' | 'stale' | 'over' | 'range' | 'twice' | 'long'
  column?: string
  maximum?: number
}

interface PlanBatch {
  call: Pick<Call, 'id' | 'criteria'>
  accountId: string
  rows: SheetRow[]
}

/** What saving a sheet would do, row by row: nothing is written. */
export async function planBatch(
  db: Kysely<Database>,
  { call, accountId, rows }: PlanBatch,
): Promise<(PlannedRow & { row: SheetRow })[]> {
  const [reviews, released] = await Promise.all([
    openReviews(db, { callId: call.id, accountId, all: true }),
    db
      .selectFrom('decisions')
      .innerJoin('applications', 'applications.id', 'decisions.applicationId')
      .select('applications.number')
      .where('decisions.callId', '=', call.id)
      .where('decisions.releasedAt', 'is not', null)
      .execute(),
  ])
  const reviewOf = new Map(reviews.map((review) => [review.number, review]))
  const over = new Set(released.map(({ number }) => number))
  return rows.map((row) => {
    const { line, label } = row
    if (row.fault) return { line, label, row, is: row.fault.code, ...detailsOf(row.fault) }
    const review = reviewOf.get(row.number!)
    if (!review) return { line, label, row, is: 'not-yours' }
    if (row.isEmpty) return { line, label, row, is: 'empty' }
    const isSame =
      row.scores.size === review.scores.size &&
      [...row.scores].every(([id, score]) => review.scores.get(id) === score) &&
      (['privateComment', 'sharedComment', 'reason'] as const).every((name) => row[name] === review[name])
    const isWhole = call.criteria.every(({ id }) => row.scores.has(id))
    if (isSame && (review.state === 'submitted' || !isWhole)) return { line, label, row, is: 'same' }
    if (over.has(row.number)) return { line, label, row, is: 'over' }
    if (!isSame && review.version !== row.version) return { line, label, row, is: 'stale' }
    return { line, label, row, is: isWhole ? 'save' : 'part' }
  })
}

function detailsOf({ column, maximum }: NonNullable<SheetRow['fault']>) {
  return { ...(column === undefined ? {} : { column }), ...(maximum === undefined ? {} : { maximum }) }
}
