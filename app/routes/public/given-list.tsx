import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { givenList } from './given-list.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { Moment } from '#app/ui/moment.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: t(args.data?.list ? 'download.given.title' : 'download.given.strangerTitle'),
    more: [{ name: 'robots', content: 'noindex' }],
  }))

/** What a list is that was given on, by whom and until when; the same for every address that leads nowhere. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await givenList(context, params['token']!)
  const event = link && (await findEventForEditing(context.services.db, link.event.id, context.language))
  if (!link || !event) return data({ list: null }, { status: 404, headers: KEYED_PAGE })
  const { giver, purpose, format, note, expiresAt } = link
  const { title, zone, mark } = event
  const list = { giver, purpose, format, note, expiresAt, title, zone, mark, token: params['token']! }
  return data({ list }, { headers: KEYED_PAGE })
}

export default function GivenList() {
  const { list } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  if (!list)
    return (
      <main id="main" tabIndex={-1}>
        <div className="flow intro">
          <h1>{t('download.given.strangerTitle')}</h1>
          <p className="lead">{t('download.given.strangerLead')}</p>
        </div>
      </main>
    )
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(list.mark)}>
      <div className="flow intro">
        <p className="kind">
          <bdi>{list.title}</bdi>
        </p>
        <h1>{t('download.given.title')}</h1>
        <p className="lead">
          {t(`list.purposes.${list.purpose}`)} · {t(`download.formats.${list.format}`)}
        </p>
        <p>
          {t('download.given.from')} <bdi>{list.giver}</bdi>
          <br />
          {t('download.link.for')} <bdi>{list.note}</bdi>
          <br />
          {t('download.link.opensUntil')} <Moment at={list.expiresAt} zone={list.zone} />
        </p>
        <p>
          <a className="btn go" href={path(`/lists/${list.token}/file`)} download>
            {t('download.given.button')}
          </a>
        </p>
        <p className="hint">{t('download.given.care')}</p>
      </div>
    </main>
  )
}
