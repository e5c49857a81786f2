import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { RunTag } from './run-tag.tsx'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { listRuns, RUNS_PAGE } from '#app/participants/runs/run-queries.server.ts'
import type { RunKind } from '#app/participants/runs/run-kinds.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('run.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const page = pageNumber(new URL(request.url).searchParams.get('page'))
  const listed = await listRuns(context.services.db, { eventId: event.id, page })
  return { ...listed, pageCount: pageCount(listed.total, RUNS_PAGE) }
}

export default function Runs() {
  const { rows, page, pageCount } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}`
  return (
    <>
      <div className="row ends">
        <div>
          <h1 id="runs">{t('run.title')}</h1>
          <p className="mute">{t('run.lead')}</p>
        </div>
        <p className="row">
          <a className="btn" href={path(`${base}/registrations`)}>
            {t('run.toTable')}
          </a>{' '}
          <a className="btn" href={path(`${base}/sheet`)}>
            {t('run.toSheet')}
          </a>
        </p>
      </div>
      {rows.length === 0 ? (
        <Empty title={t('run.none')} level="h2">
          <p>{t('run.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable labelledBy="runs">
          <thead>
            <tr>
              <th scope="col">{t('run.what')}</th>
              <th scope="col">{t('run.figures')}</th>
              <th scope="col" className="more">
                {t('run.begun')}
              </th>
              <th scope="col" className="more">
                {t('run.by')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, kind, state, total, done, refused, undone, createdAt, by }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={path(`${base}/runs/${id}`)}>{t(`run.kinds.${kind as RunKind}`)}</a>
                </th>
                <td>
                  <RunTag state={state} />
                  <br />
                  <small>
                    {t('run.figuresOf', { done, total, refused })}
                    {undone > 0 && <> · {t('run.undoneOf', { undone })}</>}
                  </small>
                </td>
                <td className="more">
                  <Moment at={createdAt} zone={zone} />
                </td>
                <td className="more">
                  <bdi>{by}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages page={page} pageCount={pageCount} addressOf={(number) => path(`${base}/runs?page=${number}`)} />
    </>
  )
}
