import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdminPage } from './admin-page.tsx'
import { HOSTS_PAGE } from '#app/events/hosts/host-form.ts'
import { listHosts } from '#app/events/hosts/host-queries.server.ts'
import { requireAdministrator } from '#app/http/guards.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAdministrator(request, context)
  const typed = new URL(request.url).searchParams.get('page') ?? ''
  return await listHosts(context.services.db, /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1)
}

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('series.hosts.title') }))

export const handle = { shell: 'work', section: 'admin' }

export default function Hosts() {
  const { hosts, page, total } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  const add = (
    <a className="btn go" href={path('/admin/hosts/new')}>
      {t('series.hosts.add')}
    </a>
  )
  return (
    <AdminPage title={t('series.hosts.title')} lead={t('series.hosts.lead')} action={add}>
      {hosts.length === 0 ? (
        <Empty title={t('series.hosts.none')}>
          <p>{t('series.hosts.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('series.hosts.title')}>
          <thead>
            <tr>
              <th scope="col">{t('series.fields.name')}</th>
              <th scope="col">{t('series.hosts.kind')}</th>
              <th scope="col" className="more">
                {t('series.hosts.country')}
              </th>
            </tr>
          </thead>
          <tbody>
            {hosts.map((host) => (
              <tr key={host.id}>
                <th scope="row">
                  <a href={path(`/admin/hosts/${host.id}`)}>
                    <bdi>{host.name}</bdi>
                  </a>
                </th>
                <td>{t(`series.hosts.kinds.${host.kind}`)}</td>
                <td className="more">{host.country && countryName(host.country, language)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages
        page={page}
        pageCount={Math.max(1, Math.ceil(total / HOSTS_PAGE))}
        addressOf={(number) => path(`/admin/hosts?page=${number}`)}
      />
    </AdminPage>
  )
}
