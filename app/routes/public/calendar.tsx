import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { feedSeries } from '#app/calendar/queries.server.ts'
import { subscriptionLinks } from '#app/calendar/subscription-links.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { shareMeta } from '#app/ui/share-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public', section: 'calendar' }

export async function loader({ context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  return { series: await feedSeries(db, context.language), baseUrl: config.baseUrl, prefix: context.prefix }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const title = t('event.feeds.title')
    if (!args.data) return { title }
    const { baseUrl, prefix } = args.data
    const description = t('event.feeds.lead')
    return { title, more: shareMeta({ baseUrl, prefix, path: '/calendar', title, description }) }
  })

const EXAMPLES = [
  ['exampleFrench', 'language=fr'],
  ['exampleFree', 'price=free'],
  ['exampleScholarship', 'scholarship=open'],
  ['exampleOnline', 'format=online'],
] as const

const CLIENTS = ['google', 'apple', 'outlookWeb', 'outlook', 'thunderbird', 'others'] as const

export default function Page() {
  const { series } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="split head">
        <p className="hint">{t('event.feeds.calendarFeed')}</p>
        <div className="flow">
          <h1>{t('event.feeds.title')}</h1>
          <p className="lead">{t('event.feeds.lead')}</p>
        </div>
      </div>
      <Leaf id="subscribe" title={t('event.feeds.subscribe')}>
        <p>{t('event.feeds.subscribeText')}</p>
        <Feed name={t('event.feeds.everything')} address="/events.ics" />
        {series.map(({ slug, mark, name }) => (
          <Feed key={slug} name={name} address={`/series/${slug}.ics`} mark={seriesOf(mark)} />
        ))}
      </Leaf>
      <Leaf id="choose" title={t('event.feeds.choose')}>
        <p>{t('event.feeds.chooseText')}</p>
        {EXAMPLES.map(([key, query]) => (
          <Feed key={key} name={t(`event.feeds.${key}`)} address={`/events.ics?${query}`} />
        ))}
      </Leaf>
      <Leaf id="one" title={t('event.feeds.one')}>
        <p>{t('event.feeds.oneText')}</p>
      </Leaf>
      <Leaf id="often" title={t('event.feeds.often')}>
        <p>{t('event.feeds.oftenText')}</p>
        <Clients />
      </Leaf>
      <Leaf id="times" title={t('event.feeds.zones')}>
        <p>{t('event.feeds.zonesText')}</p>
      </Leaf>
      <Leaf id="others" title={t('event.feeds.others')}>
        <ul>
          <li>
            <a href={path('/events.atom')}>{t('event.feeds.atom')}</a>
          </li>
          <li>
            <a href={path('/events.json')}>{t('event.feeds.json')}</a>
          </li>
        </ul>
      </Leaf>
    </main>
  )
}

function Feed({ name, address, mark }: { name: string; address: string; mark?: string | undefined }) {
  const { baseUrl } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const links = subscriptionLinks(`${baseUrl}${path(address)}`, name)
  return (
    <div data-series={mark}>
      <h3 className={mark ? 'kind' : undefined}>{name}</h3>
      <p>
        <a href={path(address)} dir="ltr">
          {links.address}
        </a>
      </p>
      <p className="row">
        <span className="hint">{t('event.feeds.open')}</span>
        <a href={links.webcal}>{t('event.feeds.apple')}</a>
        <a href={links.google}>{t('event.feeds.google')}</a>
        <a href={links.outlook}>{t('event.feeds.outlook')}</a>
      </p>
    </div>
  )
}

function Clients() {
  const { t } = usePage()
  const notes = {
    google: t('event.feeds.clients.google.note'),
    apple: t('event.feeds.clients.apple.note'),
    outlook: t('event.feeds.clients.outlook.note'),
  }
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('event.feeds.client')}</th>
          <th scope="col">{t('event.feeds.interval')}</th>
          <th scope="col">{t('event.feeds.notes')}</th>
        </tr>
      </thead>
      <tbody>
        {CLIENTS.map((client) => (
          <tr key={client}>
            <th scope="row">{t(`event.feeds.clients.${client}.name`)}</th>
            <td>{t(`event.feeds.clients.${client}.interval`)}</td>
            <td>{client in notes ? notes[client as keyof typeof notes] : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
