import type { LoaderFunctionArgs } from '@remix-run/node'
import { outboxFilterOf } from './outbox-filter.ts'
import { templateName } from './template-name.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { listOutbox } from '#app/mail/outbox-of-event.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'

const MOST_ROWS = 20_000

/** The mails of an event that have not arrived, filtered as on their page; who took the list away is written down. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireOrganizer(request, context, params['event']!)
  const { now, language, services } = context
  const filter = outboxFilterOf(new URL(request.url).searchParams)
  const { rows } = await listOutbox(services.db, { eventId: event.id, filter, cursor: null, size: MOST_ROWS })
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, kind: 'outbox.csv', now }
  const logged = await recordDownload(services.db, { ...download, rowCount: rows.length })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const head = (['recipient', 'message', 'state', 'said', 'tries', 'stored'] as const).map((key) =>
    t(`broadcast.box.${key}`),
  )
  const lines = rows.map((row) => [
    row.recipientName,
    row.recipientEmail,
    templateName(row.template, t),
    t(`broadcast.box.states.${filter.state}`),
    row.lastError ?? '',
    String(row.attempts),
    row.createdAt,
  ])
  const [to, ...others] = head
  const file = BYTE_ORDER_MARK + csvRows([[to!, t('waiting.desk.email'), ...others], ...lines])
  return csvAnswer(file, { name: `${event.slug}-outbox.csv`, fallback: 'outbox.csv' })
}
