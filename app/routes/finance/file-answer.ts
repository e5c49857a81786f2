import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvStream } from '#app/http/csv-answer.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeEvent } from '#app/payments/finance/finance-events.server.ts'
import { countRows, type FinanceFile, financeFile } from '#app/payments/finance/finance-files.server.ts'
import { parseFinanceFilter } from '#app/payments/finance/finance-filter.ts'
import { recordFinanceDownload } from '#app/payments/finance/record-finance-download.server.ts'

/** A list of finance as a file, filtered as on its page, written down as taken away before it leaves. */
export async function fileAnswer(file: FinanceFile, { request, context }: LoaderFunctionArgs): Promise<Response> {
  const { reach, signedIn } = await requireFinance(request, context)
  const { services, now, language, requestId } = context
  const { db, log } = services
  const filter = parseFinanceFilter(new URL(request.url).searchParams)
  const event = filter.event === '' ? undefined : await financeEvent(db, { slug: filter.event, reach, language })
  const logged = await recordFinanceDownload(db, {
    accountId: signedIn.accountId,
    eventId: event?.eventId ?? '',
    kind: `finance-${file}.csv`,
    rowCount: await countRows(db, file, { reach, filter }),
    now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const name = `${file}-${now.slice(0, 10)}.csv`
  const report = (error: unknown) => log.error({ fault: String(error), requestId }, `${name} broke off`)
  return csvStream(financeFile(db, file, { reach, filter }), { name, fallback: 'finance.csv', report })
}
