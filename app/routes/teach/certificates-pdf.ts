import type { LoaderFunctionArgs } from '@remix-run/node'
import { printCertificates } from '#app/certificates/print-certificates.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { pageNumber } from '#app/participants/paging.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'

/** The certificates of one's tracks on paper, a hundred in a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn, trackIds } = await requireInstructor(request, context, params.event!)
  const { db, printer, config } = context.services
  const part = pageNumber(new URL(request.url).searchParams.get('part'))
  const scope = { eventId: event.id, trackIds }
  const pdf = await printCertificates(db, printer, { ...scope, baseUrl: config.baseUrl, part })
  if (!pdf) throw notFound()
  const logged = await recordDownload(db, {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: trackIds.length === 1 && trackIds !== 'all' ? trackIds[0]! : null,
    kind: 'certificates.pdf',
    rowCount: pdf.count,
    now: context.now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return pdfAnswer(pdf.file, `certificates-${event.slug}-${part}.pdf`)
}
