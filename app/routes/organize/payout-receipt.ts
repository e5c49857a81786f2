import type { LoaderFunctionArgs } from '@remix-run/node'
import { keptFile } from './kept-file.server.ts'
import { requirePayout } from './payout.server.ts'
import { receiptFileId } from '#app/scholarships/payouts/read-payout.server.ts'

/** A receipt that the holder of an award sent. */
export async function loader(given: LoaderFunctionArgs) {
  const { scope } = await requirePayout(given)
  const { db } = given.context.services
  return await keptFile(db, await receiptFileId(db, { receiptId: given.params.receipt!, scope }), 'receipt')
}
