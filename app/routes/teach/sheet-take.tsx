import type { ActionFunctionArgs } from '@remix-run/node'
import { refused } from './answers.server.ts'
import { sheetTyped } from './sheet-typed.ts'
import { takeSheet } from '#app/attendance/sheets/take-sheet.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'

export { default, handle, loader, meta } from './sheet-back.tsx'

/** Marks what the preview showed. What no longer holds brings the numbers back with the reason, and nothing is marked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, trackIds, signedIn } = await requireInstructor(request, context, params.event!)
  const form = await readForm(request)
  const typed = sheetTyped(form)
  const taker = { event, trackIds, accountId: signedIn.accountId, now: context.now }
  const taken = await takeSheet(context.services.db, { ...taker, ...typed })
  if (!taken.ok) return refused(form, taken.refusals)
  const { marked, refused: lost } = taken.value
  const told = { taken: typed.code, count: String(marked), ...(lost > 0 && { refused: String(lost) }) }
  return seeOther(context, `/teach/${params.event}/attendance/paper?${new URLSearchParams(told)}`)
}
