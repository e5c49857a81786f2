import type { LoaderFunctionArgs } from '@remix-run/node'
import { batchPage } from './batch-page.ts'
import { requireBatch } from './batch-reading.server.ts'
import { reviewedApplication } from '#app/applications/reviews/blind-view.ts'
import { openReviews } from '#app/applications/reviews/open-reviews.server.ts'
import { readApplication } from '#app/applications/reviews/read-application.server.ts'
import { disposition } from '#app/http/disposition.ts'

/** As many as one page takes along; the rest waits for the next. */
const AT_MOST = 200

/** The open queue as one page that needs no line: every application as the reviewer may see it, with the rubric. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId, call } = await requireBatch(request, context, params)
  const { services, language, now } = context
  const open = await openReviews(services.db, { callId: call.id, accountId })
  const applications = []
  for (const { applicationId } of open.slice(0, AT_MOST)) {
    const { application } = await readApplication(services.db, { call, applicationId })
    applications.push(reviewedApplication(call, application))
  }
  return new Response(batchPage({ call, applications, language, now }), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': disposition(`reviews-${call.slug}.html`, { fallback: 'reviews.html' }),
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}
