import type { LoaderFunctionArgs } from '@remix-run/node'
import { disposition } from '#app/http/disposition.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { fileAnswer } from '#app/http/file-answer.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeRefund } from '#app/payments/finance/finance-refund.server.ts'

/** The proof that a refund was asked with, while nobody has decided. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const refund = await financeRefund(services.db, { id: params['refund']!, reach, language })
  const file = refund?.fileId ? await readFile(services.db, refund.fileId) : null
  if (!file) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'proof' }))
}
