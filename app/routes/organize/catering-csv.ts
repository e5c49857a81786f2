import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { EVERYBODY } from '#app/participants/lists/list-filter.ts'
import { readListView } from '#app/participants/lists/list-view.server.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'

/** What a kitchen must know, as a file to give on: totals, and nobody's name. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireRight(request, context, params['event']!, 'people')
  const { services, language, now } = context
  const { columns, ids, rows } = await readListView(services.db, {
    event,
    roles: signedIn.roles,
    purpose: 'catering',
    trackIds: 'all',
    filter: EVERYBODY,
    language,
    now,
  })
  const lines = (await rows(await ids())).map((row) => row ?? [])
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, rowCount: lines.length }
  const logged = await recordDownload(services.db, { ...download, kind: 'catering.csv', now })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const file = BYTE_ORDER_MARK + csvRows([columns.map(({ label }) => label), ...lines])
  return csvAnswer(file, { name: `${event.slug}-catering.csv`, fallback: 'catering.csv' })
}
