import type { ReactNode } from 'react'
import type { Title } from '#app/people/own-queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { Pages } from '#app/ui/pages.tsx'
import { Slab } from '#app/ui/slab.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

interface OwnEvent {
  code: string
  title: Title
  mark: string
  status: string
  startsOn: string
  endsOn: string
  lastOn: string
  city: string | null
  country: string | null
}

interface Props {
  orders: (OwnEvent & { key: string; states: string[] })[]
  elsewhere: (OwnEvent & { slug: string; state: string })[]
  page: number
  pageCount: number
}

/** What one registered for, and seats that others took for one. */
export function OwnEvents({ orders, elsewhere, page, pageCount }: Props) {
  const { t, path } = usePage()
  if (orders.length === 0 && elsewhere.length === 0) return <NoEvents />
  return (
    <>
      <ul role="list" className="wide">
        {orders.map((order) => (
          <Row key={order.code} event={order} to={`/orders/${order.code}?key=${order.key}`}>
            {t('account.events.order')} <bdi>{order.code}</bdi>
            <br />
            {t('account.events.people', { count: order.states.length })}
            <br />
            <Status event={order} states={order.states} />
          </Row>
        ))}
      </ul>
      <Pages page={page} pageCount={pageCount} addressOf={(number) => path(`/me?page=${number}`)} />
      {elsewhere.length > 0 && (
        <>
          <h3>{t('account.events.elsewhere')}</h3>
          <p>{t('account.events.elsewhereLead')}</p>
          <ul role="list" className="wide">
            {elsewhere.map((seat) => (
              <Row key={seat.code} event={seat} to={`/events/${seat.slug}`}>
                {t('account.events.ticket')} <bdi>{seat.code}</bdi>
                <br />
                <Status event={seat} states={[seat.state]} />
              </Row>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Row({ event, to, children }: { event: OwnEvent; to: string; children: ReactNode }) {
  const { t, language, path, now } = usePage()
  const { title, mark, startsOn, endsOn, lastOn, city, country } = event
  const place = [city, country && countryName(country, language)].filter(Boolean)
  return (
    <li className="event" data-series={mark}>
      <Slab startsOn={startsOn} endsOn={endsOn} isOpen={lastOn >= now.slice(0, 10)} />
      <div>
        <h3>
          <a href={path(to)}>
            <bdi {...foreign(title.language, language)}>{title.text}</bdi>
          </a>
        </h3>
        {place.length > 0 && <p>{place.join(t('common.listSeparator'))}</p>}
      </div>
      <p>{children}</p>
    </li>
  )
}

function Status({ event, states }: { event: OwnEvent; states: string[] }) {
  const { t } = usePage()
  if (event.status === 'cancelled') return <Tag is="bad">{t('account.events.states.eventCancelled')}</Tag>
  const state = (['held', 'confirmed', 'cancelled', 'transferred'] as const).find((one) => states.includes(one))
  const kinds: Record<string, TagKind> = { held: 'wait', confirmed: 'ok' }
  return <Tag is={kinds[state ?? ''] ?? 'off'}>{t(`account.events.states.${state ?? 'lapsed'}`)}</Tag>
}

function NoEvents() {
  const { t, path } = usePage()
  return (
    <Empty title={t('account.events.none')}>
      <p>{t('account.events.noneLead')}</p>
      <p className="row">
        <a className="btn" href={path('/events')}>
          {t('account.events.find')}
        </a>
        <a href={path('/status')}>{t('account.signIn.status')}</a>
      </p>
    </Empty>
  )
}
