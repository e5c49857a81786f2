import type { LoaderFunctionArgs } from '@remix-run/node'
import { problemText } from './run-words.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { sheetAnswer } from '#app/http/sheet-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { sheetWords } from '#app/participants/round-trip/sheet-words.server.ts'
import { everyRunRow, findRun } from '#app/participants/runs/run-queries.server.ts'

/** The rows that were refused, each with why, to be put right and brought back. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireOrganizer(request, context, params.event!)
  const { now, language, services } = context
  const run = await findRun(services.db, { eventId: event.id, runId: params.run! })
  if (!run) throw notFound()
  const [rows, { questions }] = await Promise.all([
    everyRunRow(services.db, { runId: run.id, state: 'refused' }),
    sheetWords(services.db, event.id),
  ])
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, rowCount: rows.length, now }
  const logged = await recordDownload(services.db, { ...download, kind: 'refused-rows.csv' })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const head = [t('run.rows.row'), t('run.columns.code'), t('run.columns.fullName'), t('run.rows.problem')]
  const table = rows.map(({ position, code, fullName, problem }) => [
    String(position),
    code ?? '',
    fullName ?? '',
    problem
      .split('\n')
      .map((one) => problemText(one, { t, language, questions }))
      .join(' '),
  ])
  const body = await writeSheet([head, ...table], 'csv')
  return sheetAnswer(body, {
    type: 'text/csv; charset=utf-8; header=present',
    name: `${event.slug}-refused.csv`,
    fallback: 'refused.csv',
  })
}
