import type { LoaderFunctionArgs } from '@remix-run/node'
import { columnLabel } from './registrations-words.ts'
import { readRegistrations } from './registrations-reading.server.ts'
import { csvStream } from '#app/http/csv-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { cellText } from '#app/participants/columns/cell-text.ts'
import { countRegistrations } from '#app/participants/columns/list-registrations.server.ts'
import { registrationsFile } from '#app/participants/columns/registrations-file.server.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'

const KIND = 'registrations.csv'

/** The table of registrations as a file, filtered and with columns as on the page; who took it away is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const { event, signedIn, names, questions, columns, listed } = await readRegistrations(args, 'organize')
  const { services, now, language, requestId } = args.context
  const { db, log } = services
  const counts = await countRegistrations(db, listed)
  const rowCount = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, kind: KIND, rowCount, now }
  const logged = await recordDownload(db, download)
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const words = { ...names, questions, language, t }
  const pieces = registrationsFile(db, listed, {
    head: [
      t('organize.name'),
      t('registrant.columns.email'),
      ...columns.map((column) => columnLabel(column, questions, t)),
    ],
    write: (row) => [row.fullName, row.email ?? '', ...columns.map((column) => cellText(column, row, words))],
  })
  const report = (error: unknown) => log.error({ fault: String(error), requestId }, `${KIND} broke off`)
  return csvStream(pieces, { name: `${event.slug}-registrations.csv`, fallback: KIND, report })
}
