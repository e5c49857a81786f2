import type { LoaderFunctionArgs } from '@remix-run/node'
import { readReport } from './report-reading.server.ts'
import { type Cell, plainCell, reportSections } from './report-sections.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'

/** The report as a file: one row for each number of this edition and the one before. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, figures, earlier, accountId } = await readReport(request, params.event!, context)
  const t = translator(context.language)
  const sections = reportSections(figures, earlier?.figures ?? null, t, context.language)
  const head = [t('figures.report.section'), t('figures.report.what'), event.year]
  const rows = [
    [...head, ...(earlier ? [earlier.year] : []), t('organize.currency')],
    ...sections.flatMap(({ title, rows, names = [] }) => [
      ...rows.map(({ label, now, before }) => [
        title,
        label,
        plainCell(now),
        ...(earlier ? [plainCell(before)] : []),
        currencyOf(now) || currencyOf(before),
      ]),
      ...names.map((name) => [title, name, '', ...(earlier ? [''] : []), '']),
    ]),
  ]
  const kind = 'report.csv'
  const download = { accountId, eventId: event.id, trackId: null, kind, rowCount: rows.length - 1, now: context.now }
  const logged = await recordDownload(context.services.db, download)
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return csvAnswer(BYTE_ORDER_MARK + csvRows(rows), { name: `${event.slug}-report.csv`, fallback: 'report.csv' })
}

function currencyOf(cell: Cell | undefined): string {
  return typeof cell === 'object' && cell !== null ? cell.currency : ''
}
