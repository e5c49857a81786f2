import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { RankingFilterForm } from './ranking-filter.tsx'
import { readRankedCall } from './ranking-reading.server.ts'
import { RankingTable } from './ranking-table.tsx'
import { useCall } from './use-call.ts'
import { listRanking } from '#app/applications/selection/ranking/list-ranking.server.ts'
import { addressOfRanking, rankingFilterOf } from '#app/applications/selection/ranking/ranking-filter.ts'
import { pageCount, pageNumber, PEOPLE_PAGE } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.ranking.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { call } = await readRankedCall(args)
  const address = new URL(args.request.url).searchParams
  const filter = rankingFilterOf(address)
  const page = pageNumber(address.get('page'))
  const part = { from: (page - 1) * PEOPLE_PAGE, most: PEOPLE_PAGE }
  const listed = await listRanking(args.context.services.db, { call, filter, part })
  return { ...listed, call, filter, page, query: addressOfRanking(filter).toString() }
}

export type RankingData = ReturnType<typeof useLoaderData<typeof loader>>

/** Everybody who may be taken, in order, with what the order comes of. */
export default function Ranking() {
  const shown = useLoaderData<typeof loader>()
  const { rows, total, counts, page, query } = shown
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/calls/${call.slug}/ranking`)
  const figures = [
    { label: t('selection.ranking.ranked'), value: counts.ranked },
    { label: t('selection.ranking.states.unreviewed'), value: counts.unreviewed },
    { label: t('selection.ranking.states.reviews-missing'), value: counts.missing },
    { label: t('selection.ranking.states.third-wanted'), value: counts.third },
    { label: t('selection.ranking.ineligible'), value: counts.ineligible },
  ]
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('selection.ranking.title')}</h1>
          <p className="mute">{t('selection.ranking.lead')}</p>
        </div>
        <p className="noprint">
          <a href={`${base}.csv${query && `?${query}`}`}>{t('selection.ranking.csv')}</a>
        </p>
      </div>
      <Kpis items={figures} />
      {counts.ranked === 0 ? (
        <Empty title={t('selection.ranking.none')} level="h2">
          <p>{t('selection.ranking.noneWhy')}</p>
        </Empty>
      ) : (
        <>
          <RankingFilterForm {...shown} />
          {rows.length === 0 ? (
            <Empty title={t('selection.ranking.noneFound')} level="h2">
              <p>
                <a href={base}>{t('selection.ranking.showAll')}</a>
              </p>
            </Empty>
          ) : (
            <RankingTable rows={rows} call={shown.call} fieldMeans={shown.fieldMeans} />
          )}
        </>
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, PEOPLE_PAGE)}
        addressOf={(number) =>
          `${base}?${new URLSearchParams([...new URLSearchParams(query), ['page', String(number)]])}`
        }
      />
    </>
  )
}
