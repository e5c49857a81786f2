import type { ShownOrder } from './shown-order.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import type { refundEnds } from '#app/registrations/rules-of-order.server.ts'
import { heldUntilOf } from '#app/registrations/seats/held-until.ts'
import type { Translate } from '#app/locales/translate.ts'
import { isolate, isolateIn } from '#app/ui/isolate.ts'
import { Timeline, type TimelineItem } from '#app/ui/timeline.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'
import { formatMoney } from '#app/values/money.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import { formatPercent } from '#app/values/format-percent.ts'

/** What happened to an order, what is happening, and what comes. Times are on the event's clock. */
export function OrderTimeline({ order, ends }: { order: ShownOrder; ends: End[] }) {
  const { t, language, now } = usePage()
  const moment = (at: Instant) => ({ at: formatMoment(at, order.zone, language, { year: false }), dateTime: at })
  const past = pastOf(order, t, language).toSorted((one, other) => (one.when < other.when ? -1 : 1))
  const items: TimelineItem[] = past.map(({ when, title, detail }) => ({
    ...moment(when),
    title,
    detail,
    state: 'done',
  }))
  items.push(...presentOf(order, t, language))
  if (order.status !== 'cancelled' && order.registrations.some(({ state }) => state === 'confirmed')) {
    if (order.paid > 0 && order.startsAt > now) items.push(...endsOf(order, ends, t, language))
    const title = t('order.begins', { event: isolate(order.title) })
    if (order.postponedAt !== null) items.push({ title, detail: t('event.newDate'), state: 'next' })
    else
      items.push({
        at: formatDay(order.startsOn, language),
        dateTime: order.startsOn,
        title,
        state: order.startsAt <= now ? 'done' : 'next',
      })
  }
  return <Timeline items={items} />
}

type End = Awaited<ReturnType<typeof refundEnds>>[number]

interface Past {
  when: Instant
  title: string
  detail?: string
}

function pastOf(order: ShownOrder, t: Translate, language: string): Past[] {
  const { payments, refunds } = order
  const registrations = order.registrations.filter(({ isAddon }) => !isAddon)
  const confirmed = registrations.filter(
    ({ confirmedAt, replacesId }) => confirmedAt !== null && confirmedAt > order.placedAt && replacesId === null,
  )
  const ended = (state: 'lapsed' | 'cancelled' | 'transferred') => registrations.filter((one) => one.state === state)
  return [
    {
      when: order.placedAt,
      title: t('order.registered', { count: registrations.filter(({ replacesId }) => replacesId === null).length }),
    },
    ...payments.map((one) => ({
      when: one.receivedAt,
      title: t('order.received', { amount: isolateIn(language, formatMoney(one, language)) }),
    })),
    ...refunds.map((one) => ({
      when: one.refundedAt,
      title: t('order.refunded', { amount: isolateIn(language, formatMoney(one, language)) }),
    })),
    ...at(confirmed, 'confirmedAt').map(([when, count]) => ({ when, title: t('order.seatsConfirmed', { count }) })),
    ...at(ended('lapsed'), 'endedAt').map(([when, count]) => ({
      when,
      title: t('order.seatsLapsed', { count }),
      ...(order.standing === 'lapsed' ? { detail: t('order.noMoneyInTime') } : {}),
    })),
    ...at(ended('cancelled'), 'endedAt').map(([when, count]) => ({
      when,
      title: t('order.seatsCancelled', { count }),
    })),
    ...at(ended('transferred'), 'endedAt').map(([when, count]) => ({
      when,
      title: t('order.seatsTransferred', { count }),
    })),
  ]
}

/** What happened to several seats in one moment is one thing. */
function at(registrations: ShownOrder['registrations'], column: 'confirmedAt' | 'endedAt'): [Instant, number][] {
  const byMoment = Map.groupBy(registrations, (one) => one[column])
  return [...byMoment].flatMap(([when, those]): [Instant, number][] => (when ? [[when, those.length]] : []))
}

/** Until when giving up a seat still brings money back, and how much of it. */
function endsOf({ currency, zone, startsAt }: ShownOrder, ends: End[], t: Translate, language: string): TimelineItem[] {
  return ends.flatMap(({ untilAt, percent, feeMinor, feeCurrency }): TimelineItem[] => {
    if (untilAt === null || untilAt > startsAt || currency === null) return []
    const { day } = wallClock(lastMinuteOf(untilAt, zone), zone)
    const words = {
      percent: isolateIn(language, formatPercent(percent, language)),
      fee: isolateIn(language, formatMoney({ amountMinor: feeMinor, currency }, language)),
    }
    const key = feeMinor > 0 && feeCurrency === currency ? 'order.refundUntilFee' : 'order.refundUntil'
    return [{ at: formatDay(day, language), dateTime: day, title: t(key, words), state: 'next' }]
  })
}

function presentOf(order: ShownOrder, t: Translate, language: string): TimelineItem[] {
  const words = (amountMinor: number, currency: string) => ({
    amount: isolateIn(language, formatMoney({ amountMinor, currency }, language)),
  })
  const returning = (['asked', 'underWay'] as const).flatMap((stage): TimelineItem[] => {
    const those = order.refundAttempts.filter(({ state }) => (state === 'approval') === (stage === 'asked'))
    if (those.length === 0) return []
    const amount = those.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    return [
      {
        title: t(stage === 'asked' ? 'order.returnAsked' : 'order.returning', words(amount, those[0]!.currency)),
        detail: t(stage === 'asked' ? 'change.figures.afterFinance' : 'order.returningDetail'),
        state: 'current',
      },
    ]
  })
  if (order.standing === 'checking') return [...returning, { title: t('order.beingChecked'), state: 'current' }]
  const isActive = order.registrations.some(({ state }) => state === 'held' || state === 'confirmed')
  if (order.due <= 0 || order.currency === null || !isActive) return returning
  const waiting = { title: t('order.waiting', words(order.due, order.currency)), state: 'current' as const }
  const until = order.dueAt ?? heldUntilOf(order.registrations)
  if (until === null) return [...returning, waiting]
  const when = formatMoment(until, order.zone, language)
  return [...returning, { ...waiting, detail: t(order.dueAt ? 'order.dueBy' : 'order.heldUntil', { when }) }]
}
