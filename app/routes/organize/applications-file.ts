import type { LoaderFunctionArgs } from '@remix-run/node'
import { cellText, columnLabel, knownBy } from './application-words.ts'
import { readApplications } from './applications-reading.server.ts'
import { callEvent } from '#app/applications/applying/own-form.server.ts'
import { allColumns } from '#app/applications/desk/application-columns.ts'
import { nextApplications } from '#app/applications/desk/list-applications.server.ts'
import { XLSX } from '#app/files/media-type.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { sheetAnswer } from '#app/http/sheet-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'

const AT_ONCE = 500

/** The list as a spreadsheet, filtered and with columns as on the page, or with all; who took it away is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const { event, call, signedIn, whole, questions, columns, listed } = await readApplications(args)
  const { services, now, language } = args.context
  const { pathname, searchParams } = new URL(args.request.url)
  const kind = pathname.endsWith('.xlsx') ? 'xlsx' : 'csv'
  const shown = searchParams.has('all') ? allColumns(questions) : columns
  const t = translator(language)
  const { zone } = await callEvent(services.db, event.id, language)
  const words = { t, language, zone, prefix: whole.numberPrefix, questions }
  const rows = [[t('applicants.number'), t('applicants.name'), ...shown.map((column) => columnLabel(column, words))]]
  const wanted = {
    ...listed,
    questionIds: shown.flatMap((column) => (column.is === 'answer' ? [column.questionId] : [])),
  }
  for (let after: string | null = null; ;) {
    const next = await nextApplications(services.db, { ...wanted, after, limit: AT_ONCE })
    for (const row of next)
      rows.push([
        knownBy(row, whole.numberPrefix),
        row.fullName,
        ...shown.map((column) => cellText(column, row, words)),
      ])
    if (next.length < AT_ONCE) break
    after = next.at(-1)!.id
  }
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, rowCount: rows.length - 1, now }
  const logged = await recordDownload(services.db, { ...download, kind: `applications.${kind}` })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return sheetAnswer(await writeSheet(rows, kind), {
    type: kind === 'xlsx' ? XLSX : 'text/csv; charset=utf-8; header=present',
    name: `${event.slug}-${call.slug}-${t('applicants.fileName')}.${kind}`,
    fallback: `applications.${kind}`,
  })
}
