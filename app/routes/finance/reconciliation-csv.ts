import type { LoaderFunctionArgs } from '@remix-run/node'
import { compareWith, readPeriod } from './reconciliation-reading.ts'
import { translator } from '#app/locales/translate.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { recordFinanceDownload } from '#app/payments/finance/record-finance-download.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { plainAmount } from '#app/values/money.ts'

const HEAD = ['difference', 'explanation', 'kind', 'reference', 'order', 'our_time', 'our_amount', 'our_currency']
const THEIRS = ['their_time', 'their_amount', 'their_currency', 'their_id']

/** Every difference of a period as a file. */
export async function loader(given: LoaderFunctionArgs) {
  const { services, now, language } = given.context
  const period = await readPeriod(given)
  const compared = await compareWith(given, period)
  if (!compared.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
  const t = translator(language)
  const rows = compared.value.differences.map(({ kind, ours, theirs }) => [
    kind,
    t(`finance.reconcile.explain.${kind}`),
    (ours ?? theirs)!.kind,
    ours?.reference ?? theirs?.reference ?? '',
    ours?.orderCode ?? '',
    ours?.at ?? '',
    ours ? plainAmount(ours.amount) : '',
    ours?.amount.currency ?? '',
    theirs?.at ?? '',
    theirs ? plainAmount(theirs.amount) : '',
    theirs?.amount.currency ?? '',
    theirs?.id ?? '',
  ])
  const logged = await recordFinanceDownload(services.db, {
    accountId: period.signedIn.accountId,
    eventId: '',
    kind: 'finance-reconciliation.csv',
    rowCount: rows.length,
    now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const body = BYTE_ORDER_MARK + csvRows([[...HEAD, ...THEIRS], ...rows])
  return csvAnswer(body, { name: `reconciliation-${period.from}-${period.to}.csv`, fallback: 'finance.csv' })
}
