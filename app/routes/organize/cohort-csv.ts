import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCohort } from './cohort-reading.server.ts'
import { becauseText } from './selection-words.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { readCohort } from '#app/applications/selection/cohorts/read-cohort.server.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'

const KIND = 'cohort.csv'

/** Who is in a cohort, with what they get and why, without a name; who took it away is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const { event, call, cohort, signedIn } = await requireCohort(args)
  const { services, language, now } = args.context
  const { frame, members, marks } = await readCohort(services.db, { call, cohort, language })
  const rowCount = members.length
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, kind: KIND, rowCount, now }
  const logged = await recordDownload(services.db, download)
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const packageName = (code: string) => frame.packages.find((pack) => pack.code === code)?.name ?? code
  const fundName = (code: string) => frame.funds.find((fund) => fund.code === code)?.name ?? code
  const words = { t, language, questions: call.questions, numberPrefix: call.numberPrefix, packageName, fundName }
  const head = [
    t('selection.ranking.rank'),
    t('selection.ranking.application'),
    t('selection.ranking.from'),
    t('selection.fields.choice'),
    t('selection.fields.package'),
    t('selection.cohort.why'),
  ]
  const lines = members.map(({ candidate, choiceId, packageId }) => {
    const mark = marks.get(candidate.id)
    return [
      String(candidate.rank),
      numberLabel(call.numberPrefix, candidate.number ?? 0),
      candidate.residence ?? '',
      frame.choices.find(({ id }) => id === choiceId)?.code ?? '',
      frame.packages.find(({ id }) => id === packageId)?.name ?? '',
      mark?.reason || (mark?.because ?? []).map((because) => becauseText(because, words)).join(' '),
    ]
  })
  const name = `${event.slug}-${call.slug}-cohort.csv`
  return csvAnswer(BYTE_ORDER_MARK + csvRows([head, ...lines]), { name, fallback: KIND })
}
