import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationsFilter } from './applications-filter.tsx'
import { readApplications } from './applications-reading.server.ts'
import { ApplicationsTable } from './applications-table.tsx'
import { deskMeta } from './desk.ts'
import { useCall } from './use-call.ts'
import { APPLICATION_STATES, isFiltered } from '#app/applications/desk/application-filter.ts'
import { filterValues } from '#app/applications/desk/filter-values.server.ts'
import { listApplications } from '#app/applications/desk/list-applications.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf, cursorQuery } from '#app/values/cursor.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('applicants.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { call, whole, questions, columns, filter, order, listed, query, shownAs } = await readApplications(args)
  const { db } = args.context.services
  const cursor = cursorOf(new URL(args.request.url).searchParams)
  const [found, values] = await Promise.all([listApplications(db, { ...listed, cursor }), filterValues(db, call.id)])
  return {
    ...found,
    ...values,
    choices: whole.choices.map(({ code, name }) => ({ code, name })),
    prefix: whole.numberPrefix,
    questions: questions.map(({ id, code, kind, label, options, rows, levels }) => ({
      id,
      code,
      kind,
      label,
      options,
      rows,
      levels,
    })),
    columns,
    filter,
    order,
    query,
    shownAs,
  }
}

export type ApplicationsData = ReturnType<typeof useLoaderData<typeof loader>>

/** Everybody who applies: searched, filtered, in the columns that one chooses. */
export default function Applications() {
  const shown = useLoaderData<typeof loader>()
  const { rows, total, counts, filter, steps, query, shownAs } = shown
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/applications`
  const own = (more: [string, string][] = []) =>
    new URLSearchParams([...new URLSearchParams(query), ...shownAs, ...more]).toString()
  const states = APPLICATION_STATES.filter((state) => counts[state])
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('applicants.title')}</h1>
          <p className="mute">
            {t('applicants.count', { count: total })}
            {states.length > 0 && ' · '}
            {states
              .map((state) =>
                t('common.labelled', { label: t(`applicants.states.${state}`), text: String(counts[state]) }),
              )
              .join(t('common.listSeparator'))}
          </p>
        </div>
        <p className="row noprint">
          <a href={path(`${base}.csv?${own()}`)}>{t('applicants.csv')}</a>{' '}
          <a href={path(`${base}.xlsx?${own()}`)}>{t('applicants.xlsx')}</a>{' '}
          <a href={path(`${base}.xlsx?${query === '' ? '' : `${query}&`}all=1`)}>{t('applicants.everything')}</a>{' '}
          <a className="btn go" href={path(`${base}/new`)}>
            {t('applicants.new')}
          </a>
        </p>
      </div>
      <ApplicationsFilter {...shown} />
      {rows.length === 0 ? (
        <Empty title={t(isFiltered(filter) ? 'applicants.nothingFound' : 'applicants.none')} level="h2">
          <p>{isFiltered(filter) ? <a href={path(base)}>{t('applicants.showAll')}</a> : t('applicants.noneWhy')}</p>
        </Empty>
      ) : (
        <ApplicationsTable {...shown} />
      )}
      <StepPages steps={steps} addressOf={(to) => path(`${base}?${own(cursorQuery(to))}`)} />
    </>
  )
}
