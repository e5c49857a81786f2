import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'
import { listSignUps } from '#app/registrations/sign-ups/list-sign-ups.server.ts'

/** Who signed up for a session, as a file; who took it away is written down. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireOrganizer(request, context, params.event!)
  const { now, language, services } = context
  const { db } = services
  const found = await findSession(db, { eventId: event.id, sessionId: params.session! })
  if (!found) throw notFound()
  const { id, code, title } = found.session
  const rows = await listSignUps(db, { eventId: event.id, sessionId: id, page: 'all' })
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, rowCount: rows.length }
  const logged = await recordDownload(db, { ...download, kind: 'sign-ups.csv', now })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const head = (['ticket', 'name', 'email', 'affiliation', 'country', 'when'] as const).map((key) =>
    t(`session.signUps.${key}`),
  )
  const lines = rows.map((row) => [
    row.code,
    row.fullName,
    row.email ?? '',
    row.affiliation ?? '',
    row.country ?? '',
    row.signedUpAt,
  ])
  const file = BYTE_ORDER_MARK + csvRows([head, ...lines])
  return csvAnswer(file, { name: `${event.slug}-${code ?? title}.csv`, fallback: 'sign-ups.csv' })
}
