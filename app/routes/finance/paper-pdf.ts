import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { requireDesk } from '#app/http/guards.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { paperSheet } from '#app/payments/papers/paper-sheet.ts'
import { paperWithin } from '#app/payments/papers/queries.server.ts'

/** A paper as it was issued, for who sees the money of its event: the receipt that a desk hands out, too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireDesk(request, context)
  const { db, printer } = context.services
  const paper = await paperWithin(db, { paperId: params.paper ?? '', reach })
  if (!paper) throw notFound()
  return pdfAnswer(await printer.paper(paperSheet(paper)), `${paper.number}.pdf`)
}
