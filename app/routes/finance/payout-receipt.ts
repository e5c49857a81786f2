import type { LoaderFunctionArgs } from '@remix-run/node'
import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { fileAnswer } from '#app/http/file-answer.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { receiptFileId } from '#app/scholarships/payouts/read-payout.server.ts'

/** A receipt of a payout whose money the reader may see. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { db } = context.services
  const fileId = await receiptFileId(db, { receiptId: params.receipt!, scope: { reach } })
  const file = fileId === null ? null : await readFile(db, fileId)
  if (!file) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'receipt' }))
}
