import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { cleanLine } from '#app/values/text.ts'
import { listWaiting } from '#app/waiting-list/desk-queries.server.ts'
import { WAITING_STATES } from '#app/waiting-list/queue.ts'

/** The waiting list as a file, filtered as on its page; who took it away is written down. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireOrganizer(request, context, params['event']!)
  const { now, language, services } = context
  const address = new URL(request.url).searchParams
  const search = cleanLine(address.get('q') ?? '').slice(0, 100)
  const state = WAITING_STATES.find((one) => one === address.get('state')) ?? null
  const rows = await listWaiting(services.db, { eventId: event.id, search, state, language })
  const kind = 'waiting-list.csv'
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, kind, rowCount: rows.length }
  const logged = await recordDownload(services.db, { ...download, now })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })

  const t = translator(language)
  const head = (['place', 'name', 'email', 'language', 'seats', 'wants', 'state', 'since', 'until'] as const).map(
    (key) => t(`waiting.desk.${key}`),
  )
  const lines = rows.map((row) => [
    row.place === null ? '' : String(row.place),
    row.fullName,
    row.email ?? '',
    row.language,
    String(row.partySize),
    row.tickets.join('; '),
    t(`waiting.desk.states.${row.state}`),
    row.joinedAt,
    row.wantedUntilAt ?? '',
  ])
  const file =
    BYTE_ORDER_MARK + csvRows([[t('waiting.code'), ...head], ...lines.map((line, at) => [rows[at]!.code, ...line])])
  return csvAnswer(file, { name: `${event.slug}-waiting-list.csv`, fallback: 'waiting-list.csv' })
}
