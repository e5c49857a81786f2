import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CohortGauges } from './cohort-gauges.tsx'
import { readCohortPage } from './cohort-page.server.ts'
import { CohortShows } from './cohort-shows.tsx'
import { CohortTable } from './cohort-table.tsx'
import type { action } from './cohort-what-if.tsx'
import { deskMeta } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { pageCount, PEOPLE_PAGE } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { scripts: ['cohort'] }

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.cohorts.title'))

export async function loader(args: LoaderFunctionArgs) {
  return await readCohortPage(args)
}

/** A cohort while it is composed: its figures, and everybody in the order of the ranking with a box for each. */
export default function Composer() {
  const shown = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { cohort, rows, before, total, page, base, query, done } = shown
  const form = answered?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const own = path(`${base}/${cohort.id}`)
  return (
    <>
      <PageHead form={form} area="selection" title={<bdi>{cohort.name}</bdi>} lead={t('selection.cohort.lead')} />
      <p className="row noprint">
        {cohort.isChosen && <Tag is="ok">{t('selection.cohorts.chosen')}</Tag>}
        <a className="btn" href={`${own}/suggest`}>
          {t('selection.cohorts.suggest')}
        </a>{' '}
        <a href={`${own}/limits`}>{t('selection.cohorts.ownLimits')}</a>{' '}
        {!cohort.isChosen && <a href={`${own}/choose`}>{t('selection.cohorts.choose')}</a>}{' '}
        <a href={`${path(base)}/compare?one=${cohort.id}`}>{t('selection.cohorts.compare')}</a>{' '}
        <a href={`${own}.csv`}>{t('selection.cohorts.csv')}</a>
      </p>
      {(done === 'saved' || done === 'suggested') && (
        <Note is="ok">
          <p role="status">{t(`selection.cohort.${done}`)}</p>
        </Note>
      )}
      {answered?.after && (
        <Note>
          <p role="status">{t('selection.cohort.whatIfNote')}</p>
        </Note>
      )}
      <CohortGauges frame={shown.frame} call={shown.call} before={before} after={answered?.after ?? null} />
      <CohortShows {...shown} />
      {rows.length === 0 ? (
        <Empty title={t('selection.cohort.none')} level="h2">
          <p>{query === '' ? t('selection.ranking.noneWhy') : t('selection.cohort.noneWhy')}</p>
          {query !== '' && (
            <p>
              <a href={own}>{t('selection.cohort.showAll')}</a>
            </p>
          )}
        </Empty>
      ) : (
        <CohortTable {...shown} form={form} />
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, PEOPLE_PAGE)}
        addressOf={(number) =>
          `${own}?${new URLSearchParams([...new URLSearchParams(query), ['page', String(number)]])}`
        }
      />
    </>
  )
}
