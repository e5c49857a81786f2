import type { ActionFunctionArgs } from '@remix-run/node'
import { refused } from './answers.server.ts'
import { linesOf, sheetFileRows } from './sheet-file-rows.server.ts'
import { takeSheetFile } from '#app/attendance/sheets/take-sheet-file.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'

export { default, handle, loader, meta } from './sheet-file.tsx'

/** Marks all that the lines say; what no longer holds brings them back with the reason, and nothing is marked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, trackIds, signedIn } = await requireInstructor(request, context, params.event!)
  const form = await readForm(request)
  const rows = await sheetFileRows(form)
  if ('code' in rows) return refused(form, [rows])
  const taker = { event, trackIds, accountId: signedIn.accountId, now: context.now }
  const taken = await takeSheetFile(context.services.db, { ...taker, rows })
  form.set('text', linesOf(rows))
  if (!taken.ok) return refused(form, taken.refusals)
  return seeOther(context, `/teach/${params.event}/attendance/paper/file?taken=${taken.value.marked}`)
}
