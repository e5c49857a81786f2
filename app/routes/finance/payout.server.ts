import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { readPayout } from '#app/scholarships/payouts/read-payout.server.ts'

/** A payout of an event whose money the reader may see. @throws 404 for everybody else. */
export async function financePayout({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const payout = await readPayout(services.db, { payoutId: params.payout!, scope: { reach }, language })
  if (!payout) throw notFound()
  return { payout, reach, seesAll: reach === 'all' }
}
