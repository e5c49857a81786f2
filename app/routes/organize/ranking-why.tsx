import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { readRankedCall } from './ranking-reading.server.ts'
import { RankingTable, RankingTags } from './ranking-table.tsx'
import { pointsText } from './selection-words.ts'
import { useCall } from './use-call.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { explainRank } from '#app/applications/selection/ranking/explain-rank.server.ts'
import { notFound } from '#app/http/answers.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.ranking.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { call } = await readRankedCall(args)
  const asked = { call, applicationId: args.params['application']! }
  const explained = await explainRank(args.context.services.db, asked)
  if (!explained) throw notFound()
  return { ...explained, call }
}

/** Why an application has its rank: the rule that put it there, its reviews point by point, and who stands around it. */
export default function RankingWhy() {
  const { row, around, total, fieldMeans, reviews, open, call } = useLoaderData<typeof loader>()
  const { slug } = useCall()
  const { t, path, language } = usePage()
  const base = path(`/organize/${slug}/calls/${call.slug}`)
  const number = numberLabel(call.numberPrefix, row.number ?? 0)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>
            <bdi>{t('selection.ranking.whyOf', { number, rank: row.rank, total })}</bdi>
          </h1>
          <p>
            <RankingTags row={row} />
          </p>
        </div>
        <p className="row">
          <a href={`${base}/applications/${row.id}`}>{t('selection.ranking.openApplication')}</a>{' '}
          <a href={`${base}/ranking`}>{t('selection.ranking.back')}</a>
        </p>
      </div>
      <div className="flow get">
        <p>
          {t(row.score === null ? 'selection.ranking.unreviewedWhy' : `selection.ranking.rankedBy.${row.rankedBy}`)}
        </p>
        {row.isThirdWanted && (
          <p>
            {t('selection.ranking.differ', {
              points: pointsText(row.spread ?? 0, language),
              gap: call.thirdGap ?? 0,
            })}
          </p>
        )}
        {open > 0 && <p>{t('selection.ranking.open', { count: open })}</p>}
      </div>
      {reviews.length > 0 && (
        <Leaf id="points" title={t('selection.ranking.points')} isWide>
          <ScrollTable labelledBy="points">
            <thead>
              <tr>
                <th scope="col">{t('selection.ranking.criterion')}</th>
                <th scope="col" className="num">
                  {t('selection.ranking.most')}
                </th>
                {reviews.map(({ id, isThird }, at) => (
                  <th key={id} scope="col" className="num">
                    {t(isThird ? 'selection.ranking.thirdReview' : 'selection.ranking.review', { number: at + 1 })}
                  </th>
                ))}
                <th scope="col" className="num">
                  {t('selection.ranking.own')}
                </th>
                <th scope="col" className="num">
                  {t('selection.ranking.field')}
                </th>
              </tr>
            </thead>
            <tbody>
              {call.criteria.map(({ id, label, maximum }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{label}</bdi>
                  </th>
                  <td className="num">{maximum}</td>
                  {reviews.map((review) => (
                    <td key={review.id} className="num">
                      {review.scores[id] ?? '–'}
                    </td>
                  ))}
                  <td className="num">{meanText(row.means[id], language)}</td>
                  <td className="num">{meanText(fieldMeans[id], language)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('selection.ranking.total')}</th>
                <td />
                {reviews.map(({ id, total: own }) => (
                  <td key={id} className="num">
                    {own === null ? '–' : pointsText(own, language)}
                  </td>
                ))}
                <td className="num">
                  <b>{row.score === null ? '–' : pointsText(row.score, language)}</b>
                </td>
                <td />
              </tr>
            </tfoot>
          </ScrollTable>
        </Leaf>
      )}
      <Leaf id="around" title={t('selection.ranking.around')} isWide>
        <RankingTable rows={around} call={call} fieldMeans={fieldMeans} current={row.id} />
      </Leaf>
    </>
  )
}

function meanText(mean: number | undefined, language: string): string {
  return mean === undefined ? '–' : pointsText(mean * 1000, language)
}
