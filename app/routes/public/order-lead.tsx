import type { ReactNode } from 'react'
import { ChangeNews } from './change-news.tsx'
import { hasSeveral } from './pay-links.tsx'
import { isPaymentNews } from './payment-news.ts'
import type { ShownOrder } from './shown-order.ts'
import { orderHeading, orderLead } from './order-words.ts'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { heldUntilOf } from '#app/registrations/seats/held-until.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

/** How things stand in a sentence, and the one thing to do next. */
export function OrderLead({
  order,
  orderKey,
  payment,
}: {
  order: ShownOrder
  orderKey: string
  payment: string | null
}) {
  const { t, language, now } = usePage()
  return (
    <div className="split head">
      <p className="hint">
        {t('order.order')}{' '}
        <b>
          <bdi dir="ltr">{order.code}</bdi>
        </b>
      </p>
      <div className="flow">
        <h1>{orderHeading(order, t)}</h1>
        <ChangeNews />
        {isPostponed(order) && (
          <Note is="warn">
            <p>
              <b>{t('event.action.postponed')}</b>
            </p>
            <p>{t('event.seatKept')}</p>
          </Note>
        )}
        {isPaymentNews(payment) && (
          <Note is="warn">
            <p>{sentenceOf(`refusal.${payment}`, t)}</p>
          </Note>
        )}
        <p className="lead">{orderLead(order, t, language, now)}</p>
        <NextSteps order={order} query={`?key=${orderKey}`} />
      </div>
    </div>
  )
}

function NextSteps({ order, query }: { order: ShownOrder; query: string }) {
  const { t, path, language } = usePage()
  const { standing, due, currency } = order
  const isGoing = order.registrations.some(({ state }) => state === 'confirmed')
  const hasTickets = order.registrations.some(({ state, isUnnamed }) => state === 'confirmed' && !isUnnamed)
  const first = primaryStep(order)
  const link = (address: string, label: ReactNode, isFirst = false) => (
    <a className={isFirst ? 'btn go' : 'btn'} href={address}>
      {label}
    </a>
  )
  return (
    <>
      {first === 'pay' && currency && (
        <form method="post" action={path(`/orders/${order.code}/pay${query}`)} className="noprint">
          <button className="go">
            {t('order.payNow', { amount: isolateIn(language, formatMoney({ amountMinor: due, currency }, language)) })}
          </button>
        </form>
      )}
      <p className="row noprint">
        {first === 'pay' &&
          hasSeveral(order.paymentMethods) &&
          link(path(`/orders/${order.code}/ways${query}`), t('pay.otherWay'))}
        {first === 'how-to-pay' && link('#pay', t('order.howToPay'), true)}
        {first === 'check' && link(path(`/orders/${order.code}${query}`), t('order.checkAgain'), true)}
        {first === 'choose' &&
          link(
            path(`/orders/${order.code}/late${query}`),
            t(order.isQueued ? 'order.queuedOrMoney' : 'order.seatOrMoney'),
            true,
          )}
        {first === 'register' && link(path(`/events/${order.slug}/register`), t('order.registerAgain'), true)}
        {hasTickets &&
          link(path(`/orders/${order.code}/tickets.pdf${query}`), t('paper.downloadTickets'), first === null)}
        {isGoing &&
          link(path(`/orders/${order.code}.ics${query}`), t('order.addToCalendar'), first === null && !hasTickets)}
        {isPayable(order) &&
          (order.dueAt ?? heldUntilOf(order.registrations)) !== null &&
          link(path(`/orders/${order.code}/pay-by.ics${query}`), t('agenda.pay'))}
        {link(path(`/orders/${order.code}/receipt${query}`), t(order.paid > 0 ? 'order.receipt' : 'order.summary'))}
        {(standing === 'lapsed' || standing === 'cancelled' || standing === 'refunded') && (
          <a href={path(`/events/${order.slug}`)}>{t('order.toEvent')}</a>
        )}
      </p>
    </>
  )
}

function isPayable({ standing, due }: ShownOrder): boolean {
  return due > 0 && standing !== 'cancelled' && standing !== 'refunded' && standing !== 'lapsed'
}

/** The one thing to do now, if there is one. */
function primaryStep(order: ShownOrder) {
  const { standing, instructions, status } = order
  if (standing === 'checking') return 'check'
  if (standing === 'late') return 'choose'
  if (standing === 'lapsed') return status === 'cancelled' ? null : 'register'
  if (!isPayable(order)) return null
  return instructions ? 'how-to-pay' : 'pay'
}
