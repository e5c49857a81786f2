import { requireReviewer } from './review-place.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { readBatch, type SheetRow } from '#app/applications/reviews/batch-sheet.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { UnreadableSheet } from '#app/files/sheets/unreadable-sheet.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import type { Refusal } from '#app/values/refusal.ts'

const LIMITS = { rows: 2001, columns: 80 }

type Params = Parameters<typeof requireReviewer>[2]

/** The call whose queue is taken away or brought back. */
export async function requireBatch(request: Request, context: RequestContext, params: Params) {
  const { signedIn, event, call: head } = await requireReviewer(request, context, params)
  const call = await readCall(context.services.db, { callId: head.id, language: context.language })
  if (!call) throw notFound()
  return { accountId: signedIn.accountId, event, call, list: `/review/${event.slug}/${call.slug}` }
}

/** The rows of a sheet as a file or as pasted text, and the same as text that a form carries on. */
export async function sentRows(
  call: Parameters<typeof readBatch>[0],
  form: FormData,
): Promise<{ ok: true; rows: SheetRow[]; text: string } | { ok: false; refusals: Refusal[] }> {
  const file = form.get('file')
  const isFile = file instanceof File && file.size > 0
  const pasted = form.get('text')
  const text = typeof pasted === 'string' ? pasted.trim() : ''
  if (!isFile && text === '') return { ok: false, refusals: [{ code: 'sheet-empty', field: 'file' }] }
  const field = isFile ? 'file' : 'text'
  try {
    const content = isFile ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(text)
    const { rows } = await readSheet(content, LIMITS)
    const read = readBatch(call, rows)
    if (read === null)
      return { ok: false, refusals: [{ code: 'sheet-no-column', field, details: { column: 'number' } }] }
    return { ok: true, rows: read, text: Buffer.from(await writeSheet(rows, 'csv', { hasMark: false })).toString() }
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    const { code, line = 0, limit = 0 } = error
    return { ok: false, refusals: [{ code, field, details: { line, limit } }] }
  }
}
