import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { groupOf } from './group.server.ts'
import { SeatStranger } from './seat-stranger.tsx'
import { SeatsTable } from './seats-table.tsx'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { seatKey } from '#app/registrations/order-key.ts'
import { Empty } from '#app/ui/empty.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { hasEnded } from '#app/calendar/is-postponed.ts'
import { formatDays } from '#app/values/dates.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const order = args.data?.order
    return { title: order ? t('seat.groupTitle', { code: order.code }) : t('seat.strangerTitle') }
  })

const PAGE_SIZE = 25

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const group = await groupOf(request, params['code'], context)
  if (!group) return data({ order: null, key: '' }, { status: 404, headers: KEYED_PAGE })
  const { order, key } = group
  const query = new URL(request.url).searchParams
  const pageCount = Math.max(1, Math.ceil(order.seats.length / PAGE_SIZE))
  const page = Math.min(Math.max(1, Number(query.get('page')) || 1), pageCount)
  const { secret } = context.services.config
  const { id, code, title, mark, startsOn, endsOn, seats, keyVersion } = order
  const isOpen = order.status !== 'cancelled' && !hasEnded(order, context.now)
  const shown = seats.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((seat, at) => ({
    ...seat,
    number: (page - 1) * PAGE_SIZE + at + 1,
    // Whose details are told already gets the link by mail, and nobody else has it.
    ownKey: seat.isUnnamed ? seatKey(secret, { id: seat.id, personId: seat.personId, keyVersion }) : null,
  }))
  const sent = seats.find(({ id }) => id === query.get('sent'))
  return data(
    {
      order: { id, code, title, mark, startsOn, endsOn, isOpen },
      seats: shown,
      count: { all: seats.length, named: seats.filter(({ isUnnamed }) => !isUnnamed).length },
      news: sent ? { name: sent.fullName, isAgain: query.has('again') } : null,
      page,
      pageCount,
      key,
    },
    { headers: KEYED_PAGE },
  )
}

export default function Page() {
  const loaded = useLoaderData<typeof loader>()
  const { t, path, language } = usePage()
  if (!loaded.order) return <SeatStranger />
  const { order, seats, count, news, page, pageCount, key } = loaded
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(order.mark)}>
      <div className="flow intro">
        <p className="kind">
          <bdi>{order.title}</bdi> · <bdi>{formatDays(order.startsOn, order.endsOn, language)}</bdi>
        </p>
        <h1>{t('seat.groupTitle', { code: order.code })}</h1>
        {news && (
          <Note is="ok">
            <p>{news.isAgain ? t('seat.sentAlready') : t('seat.sent', { name: isolate(news.name) })}</p>
          </Note>
        )}
        <p className="lead">{t('seat.groupLead')}</p>
        {count.all > 0 && <p>{t('seat.count', count)}</p>}
      </div>
      {seats.length === 0 ? (
        <Empty level="h2" title={t('seat.none')}>
          <p>{t('seat.noneLead')}</p>
        </Empty>
      ) : (
        <SeatsTable seats={seats} order={order} orderKey={key} />
      )}
      <Pages
        page={page}
        pageCount={pageCount}
        addressOf={(number) => path(`/orders/${order.code}/seats?key=${key}&page=${number}`)}
      />
      <p className="hint after">{t('seat.keepLink')}</p>
    </main>
  )
}
