import type { LoaderFunctionArgs } from '@remix-run/node'
import { disposition } from '#app/http/disposition.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { claimFileId } from '#app/payments/claims/queries.server.ts'

/** The paper that a payer sent, to be kept and never shown as a page of ours. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { db } = context.services
  const fileId = await claimFileId(db, { claimId: params.claim!, reach })
  const file = fileId === null ? null : await readFile(db, fileId)
  if (!file) throw notFound()
  return new Response(new Uint8Array(file.content), {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': disposition(file.name, { fallback: 'payment' }),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
