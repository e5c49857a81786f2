import type { LoaderFunctionArgs } from '@remix-run/node'
import { readRankedCall } from './ranking-reading.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { listRanking } from '#app/applications/selection/ranking/list-ranking.server.ts'
import { rankingFilterOf } from '#app/applications/selection/ranking/ranking-filter.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'

const KIND = 'ranking.csv'

/** The ranking as a file, filtered as on the page, without a name; who took it away is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const { event, call, signedIn } = await readRankedCall(args)
  const { services, language, now } = args.context
  const filter = rankingFilterOf(new URL(args.request.url).searchParams)
  const { rows } = await listRanking(services.db, { call, filter, part: { from: 0, most: Infinity } })
  const download = {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: null,
    kind: KIND,
    rowCount: rows.length,
  }
  const logged = await recordDownload(services.db, { ...download, now })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const points = (thousandths: number | null) => (thousandths === null ? '' : (thousandths / 1000).toFixed(3))
  const head = [
    t('selection.ranking.rank'),
    t('selection.ranking.application'),
    t('selection.ranking.from'),
    t('selection.ranking.category'),
    t('selection.ranking.wishes'),
    t('selection.ranking.mean'),
    t('selection.ranking.spread'),
    t('selection.ranking.reviews'),
    ...call.criteria.map(({ label }) => label),
  ]
  const lines = rows.map((row) => [
    String(row.rank),
    numberLabel(call.numberPrefix, row.number ?? 0),
    row.residence ?? '',
    t(`selection.ranking.categories.${row.category === '' ? 'other' : row.category}`),
    row.wishes.flatMap((id) => call.choices.find((choice) => choice.id === id)?.code ?? []).join(' '),
    points(row.score),
    points(row.spread),
    String(row.reviewCount),
    ...call.criteria.map(({ id }) => row.means[id]?.toFixed(2) ?? ''),
  ])
  return csvAnswer(BYTE_ORDER_MARK + csvRows([head, ...lines]), {
    name: `${event.slug}-${call.slug}-ranking.csv`,
    fallback: KIND,
  })
}
