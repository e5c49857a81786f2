import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { EventTitle } from './list-parts.tsx'
import { OrderMovements } from './order-movements.tsx'
import { PapersList } from './papers-list.tsx'
import { KindTag, placeOf } from './waiting-row.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeOrder } from '#app/payments/finance/finance-order.server.ts'
import { papersOf } from '#app/payments/papers/queries.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const found = await financeOrder(services.db, { code: params.code!.toUpperCase(), reach, language })
  if (!found) throw notFound()
  const { keyVersion, ...order } = found.order
  // Finance opens an order as its owner does; the key itself is in no table.
  const papers = await papersOf(services.db, found.order.id)
  const publicAddress = `/orders/${order.code}?key=${orderKey(services.config.secret, { id: order.id, keyVersion })}`
  return { ...found, order, papers, publicAddress, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('finance.orderTitle', { code: args.data?.order.code ?? '' }) }))

export const handle = { shell: 'work', section: 'finance' }

const SEATS: Record<string, TagKind> = {
  held: 'wait',
  confirmed: 'ok',
  cancelled: 'off',
  transferred: 'off',
  lapsed: 'off',
}

export default function FinanceOrder() {
  const { t, path } = usePage()
  const shown = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  const { order, balance, entries, seats, left, mayTakeCharges, papers, publicAddress, seesAll } = shown
  const { currency } = balance
  const money = (amountMinor: number) =>
    currency === null ? t('finance.free') : <Price isFull money={{ amountMinor, currency }} />
  const done = query.get('done')
  return (
    <FinancePage
      title={
        <>
          {t('finance.order')} <bdi>{order.code}</bdi>
        </>
      }
      lead={
        <>
          <bdi>{order.fullName}</bdi> · <EventTitle title={order.title} titleLanguage={order.titleLanguage} /> ·{' '}
          <Moment at={order.placedAt} zone={order.zone} />
        </>
      }
      before={
        <Crumbs
          trail={[{ to: '/finance/orders', label: t('finance.side.orders') }, { label: <bdi>{order.code}</bdi> }]}
        />
      }
      seesAll={seesAll}
    >
      {(done === 'refund' || done === 'charges') && (
        <Note is="ok">
          <p>{t(`finance.doneOf.${done}`)}</p>
        </Note>
      )}
      <Kpis
        items={[
          { label: t('finance.asked'), value: money(balance.lines) },
          { label: t('finance.paid'), value: money(balance.paid) },
          { label: t('finance.wentBackLabel'), value: money(balance.refunded) },
          {
            label: t(balance.due < 0 ? 'finance.paidTooMuch' : 'finance.due'),
            value: money(Math.abs(balance.due)),
            ...(order.dueAt !== null && balance.due > 0
              ? { detail: <Moment at={order.dueAt} zone={order.zone} /> }
              : {}),
          },
        ]}
      />
      <p className="row">
        {left > 0 && (
          <a className="btn" href={path(`/finance/orders/${order.code}/refund`)}>
            {t('finance.refund.do')}
          </a>
        )}
        {mayTakeCharges && (
          <a className="btn" href={path(`/finance/orders/${order.code}/charges`)}>
            {t('finance.charges.do')}
          </a>
        )}
        {balance.due > 0 && (
          <a className="btn" href={path(`/finance/desk/${order.code}`)}>
            {t('finance.takeAtDesk')}
          </a>
        )}
        <a className="btn" href={path(publicAddress)}>
          {t('finance.asOwner')}
        </a>
      </p>
      {entries.length > 0 && (
        <Leaf id="waiting" title={t('finance.queue')} isWide>
          <ul role="list">
            {entries.map((entry) => (
              <li key={entry.id}>
                <KindTag kind={entry.kind} /> {t(`finance.what.${entry.kind}`)}{' '}
                <a href={path(placeOf(entry))}>{t(`finance.do.${entry.kind}`)}</a>
              </li>
            ))}
          </ul>
        </Leaf>
      )}
      <OrderMovements {...shown} zone={order.zone} />
      <Leaf id="papers" title={t('paper.papersHeading')} isWide>
        <PapersList papers={papers} />
      </Leaf>
      <Leaf id="people" title={t('finance.people')} isWide>
        <dl>
          <dt>{t('finance.orderedBy')}</dt>
          <dd>
            <bdi>{order.fullName}</bdi>
            {order.email && (
              <>
                {' · '}
                <bdi dir="ltr">{order.email}</bdi>
              </>
            )}
          </dd>
          {order.payerName && (
            <>
              <dt>{t('finance.paidBy')}</dt>
              <dd>
                <bdi>{[order.organization, order.payerName].filter(Boolean).join(', ')}</bdi>
                {order.purchaseOrder && (
                  <>
                    {' · '}
                    {t('finance.purchaseOrder')} <bdi dir="ltr">{order.purchaseOrder}</bdi>
                  </>
                )}
              </dd>
            </>
          )}
          <dt>{t('finance.seats')}</dt>
          <dd>
            <ul role="list">
              {seats.map(({ id, code, state, fullName }) => (
                <li key={id}>
                  <bdi>{code}</bdi> <bdi>{fullName}</bdi> <Tag is={SEATS[state]}>{t(`finance.seatState.${state}`)}</Tag>
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      </Leaf>
    </FinancePage>
  )
}
