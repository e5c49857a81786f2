import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireBatch } from './batch-reading.server.ts'
import { batchRows } from '#app/applications/reviews/batch-sheet.ts'
import { openReviews } from '#app/applications/reviews/open-reviews.server.ts'
import { XLSX } from '#app/files/media-type.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { sheetAnswer } from '#app/http/sheet-answer.ts'

/** The open queue as a score sheet, CSV or XLSX by its address. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId, call } = await requireBatch(request, context, params)
  const kind = new URL(request.url).pathname.endsWith('.xlsx') ? 'xlsx' : 'csv'
  const open = await openReviews(context.services.db, { callId: call.id, accountId })
  const body = await writeSheet(batchRows(call, open), kind)
  const type = kind === 'csv' ? 'text/csv; charset=utf-8' : XLSX
  return sheetAnswer(body, { type, name: `reviews-${call.slug}.${kind}`, fallback: `reviews.${kind}` })
}
