import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireBatch, sentRows } from './batch-reading.server.ts'
import { applyBatch } from '#app/applications/reviews/apply-batch.server.ts'
import { badRequest, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'

/** Saves what the sheet of the preview says, as it can be saved by now. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, call, list } = await requireBatch(request, context, params)
  const sent = await sentRows(call, await readForm(request))
  if (!sent.ok) throw badRequest()
  const { rows } = sent
  const { saved } = await applyBatch(context.services.db, { call, accountId, rows, now: context.now })
  return seeOther(context, `${list}/batch?applied=${saved}`)
}

/** Whoever comes by a bookmark. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { list } = await requireBatch(request, context, params)
  throw seeOther(context, `${list}/batch`)
}
