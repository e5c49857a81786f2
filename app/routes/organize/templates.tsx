import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OrganizerSide } from './organizer-side.tsx'
import { listTemplates } from '#app/events/templates/list-templates.server.ts'
import { requireSeriesOrganizer } from '#app/http/guards.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'organize' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('author.template.list') }))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach, series } = await requireSeriesOrganizer(request, context)
  const templates = await listTemplates(context.services.db, { reach, language: context.language })
  const mayCreate = new Set(series.map(({ id }) => id))
  return {
    templates: templates.map((template) => ({ ...template, mayCreate: mayCreate.has(template.seriesId) })),
    mayCreate: series.length > 0,
  }
}

/** The drafts that new events of a series are made from. */
export default function Templates() {
  const { templates, mayCreate } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <div className="main desk">
      <OrganizerSide mayCreate={mayCreate} />
      <main id="main" tabIndex={-1}>
        <h1>{t('author.template.list')}</h1>
        <p className="mute">{t('author.template.listLead')}</p>
        {templates.length === 0 ? (
          <Empty title={t('author.template.none')}>
            <p>{t('author.template.noneWhy')}</p>
          </Empty>
        ) : (
          <ScrollTable label={t('author.template.list')}>
            <thead>
              <tr>
                <th scope="col">{t('author.template.one')}</th>
                <th scope="col" className="more">
                  {t('organize.series')}
                </th>
                <th scope="col">
                  <span className="vh">{t('organize.newEvent')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {templates.map((template) => (
                <tr key={template.id} data-series={seriesOf(template.mark)}>
                  <th scope="row">
                    <span className="check">
                      <span className="mark" />{' '}
                      <a href={path(`/organize/${template.slug}/details`)} lang={template.titleLanguage}>
                        <bdi>{template.title}</bdi>
                      </a>
                    </span>
                  </th>
                  <td className="more">{template.series}</td>
                  <td>
                    {template.mayCreate && (
                      <a href={path(`/organize/${template.slug}/clone`)}>
                        {t('organize.newEvent')}
                        <span className="vh">: {template.title}</span>
                      </a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </main>
    </div>
  )
}
