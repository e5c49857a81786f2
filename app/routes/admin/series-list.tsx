import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdminPage } from './admin-page.tsx'
import { listSeries } from '#app/events/series/series-queries.server.ts'
import { requireAdministrator } from '#app/http/guards.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAdministrator(request, context)
  return { series: await listSeries(context.services.db, context.language) }
}

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('series.title') }))

export const handle = { shell: 'work', section: 'admin' }

export default function SeriesList() {
  const { series } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const add = (
    <a className="btn go" href={path('/admin/series/new')}>
      {t('series.add')}
    </a>
  )
  return (
    <AdminPage title={t('series.title')} lead={t('series.lead')} action={add}>
      {series.length === 0 ? (
        <Empty title={t('series.none')}>
          <p>{t('series.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('series.title')}>
          <thead>
            <tr>
              <th scope="col">{t('series.fields.name')}</th>
              <th scope="col" className="more">
                {t('series.fields.hostId')}
              </th>
              <th scope="col" className="more">
                {t('series.publishing')}
              </th>
              <th scope="col" className="num">
                {t('series.events')}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.map((one) => (
              <tr key={one.id} data-series={seriesOf(one.mark)}>
                <th scope="row">
                  <span className="check">
                    <span className="mark" />{' '}
                    <a href={path(`/admin/series/${one.id}`)}>
                      <bdi>{one.name}</bdi>
                    </a>
                  </span>
                </th>
                <td className="more">{one.hostName === null ? t('series.anyHost') : <bdi>{one.hostName}</bdi>}</td>
                <td className="more">{t(one.needsReview ? 'series.reviewed' : 'series.atOnce')}</td>
                <td className="num">{one.events}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </AdminPage>
  )
}
