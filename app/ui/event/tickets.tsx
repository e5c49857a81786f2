import { Leaf } from '../leaf.tsx'
import { Price } from '../money.tsx'
import { usePage } from '../use-page.ts'
import { beginning, deadline } from './words.ts'
import { foreign } from '../foreign.ts'
import type { EventView, TicketView } from '#app/events/event-view.ts'
import { lastMinuteOf, type PriceColumn, priceTable } from '#app/events/price-table.ts'
import { hasRoom, isOffered, type RegistrationStatus } from '#app/events/registration-status.ts'
import { formatDay } from '#app/values/dates.ts'
import type { Money } from '#app/values/money.ts'
import { wallClock } from '#app/values/moment.ts'

/** Ticket types against the windows of their prices; the present window is tinted and named. */
export function Tickets({
  event,
  status,
  hasWaitingList,
}: {
  event: EventView
  status: RegistrationStatus
  hasWaitingList: boolean
}) {
  const page = usePage()
  const { t, path, now } = page
  const { columns, rows } = priceTable(event.tickets, event.currency, now)
  const present = columns.find(({ isNow }) => isNow)
  const saleFrom = commonOpening(
    rows.map(({ ticket }) => ticket),
    now,
  )
  const isCharged = rows.some(({ cells }) => cells.some((prices) => prices !== null && prices.length > 0))
  return (
    <Leaf id="tickets" title={t(event.admission === 'application' ? 'event.tickets.fees' : 'event.tickets.title')}>
      {(isCharged || saleFrom) && (
        <p>
          {saleFrom && <>{t('event.tickets.saleFrom', { when: beginning(page, saleFrom, event) })} </>}
          {isCharged && present?.endsAt && (
            <>{t(`event.tickets.ends.${present.kind}`, { when: deadline(page, present.endsAt, event) })} </>
          )}
          {isCharged && t('event.tickets.perPerson')}
        </p>
      )}
      <table className="prices">
        <thead>
          <tr>
            <th scope="col">{t('event.tickets.ticket')}</th>
            {columns.map((column, at) => (
              <th key={at} scope="col" className={column.isNow ? 'now' : undefined}>
                <ColumnName column={column} />
                <Window column={column} isLast={at === columns.length - 1} zone={event.zone} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ticket, cells }) => (
            <tr key={ticket.code}>
              <th scope="row">
                <bdi {...foreign(ticket.text.language, page.language)}>{ticket.text.name}</bdi>
                <Conditions ticket={ticket} event={event} saleFrom={saleFrom} />
              </th>
              {cells.map((prices, at) => (
                <td key={at} className={columns[at]!.isNow ? 'now' : undefined} data-label={nameOf(columns[at]!, page)}>
                  <Prices prices={prices} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {hasWaitingList &&
        status.kind === 'open' &&
        event.tickets.some((ticket) => isOffered(ticket) && !hasRoom(ticket)) && (
          <p>
            <a href={path(`/events/${event.slug}/waiting-list`)}>{t('waiting.join')}</a>
          </p>
        )}
      {status.kind === 'open' && (
        <p className="row">
          <a className="btn go" href={path(`/events/${event.slug}/register`)}>
            {t('event.action.register')}
          </a>
          {status.closesAt && (
            <span className="hint">{t('event.action.closesAt', { when: deadline(page, status.closesAt, event) })}</span>
          )}
        </p>
      )}
    </Leaf>
  )
}

function nameOf({ kind, isNow }: PriceColumn, { t }: ReturnType<typeof usePage>): string {
  const name = t(`event.tickets.kinds.${kind}`)
  return isNow ? t('event.tickets.now', { kind: name }) : name
}

function ColumnName({ column }: { column: PriceColumn }) {
  return nameOf(column, usePage())
}

function Window({
  column: { startsAt, endsAt },
  isLast,
  zone,
}: {
  column: PriceColumn
  isLast: boolean
  zone: string
}) {
  const { t, language } = usePage()
  const dayOf = (at: string) => formatDay(wallClock(at, zone).day, language, { year: false })
  if (isLast && startsAt) return <small>{t('event.tickets.from', { day: dayOf(startsAt) })}</small>
  return endsAt ? <small>{t('event.tickets.until', { day: dayOf(lastMinuteOf(endsAt, zone)) })}</small> : null
}

function Prices({ prices }: { prices: Money[] | null }) {
  const { t } = usePage()
  if (prices === null)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="vh">{t('event.tickets.notSold')}</span>
      </>
    )
  const [first, ...others] = prices
  if (!first) return t('event.tickets.free')
  return (
    <span>
      <Price money={first} />
      {others.map((money) => (
        <small key={money.currency}>
          <Price money={money} />
        </small>
      ))}
    </span>
  )
}

/** When all tickets go on sale at one moment that is still to come: that moment, to be said once. */
function commonOpening(tickets: TicketView[], now: string): string | null {
  const first = tickets[0]?.onSaleFromAt ?? null
  return first && first > now && tickets.every(({ onSaleFromAt }) => onSaleFromAt === first) ? first : null
}

function Conditions({ ticket, event, saleFrom }: { ticket: TicketView; event: EventView; saleFrom: string | null }) {
  const page = usePage()
  const { t, now } = page
  const admissions = {
    open: '',
    code: t('event.tickets.withCode'),
    application: event.admission === 'application' ? '' : t('event.tickets.onlyApplicants'),
    award: t('event.tickets.onlyAwards'),
  }
  const isOver = ticket.onSaleUntilAt !== null && ticket.onSaleUntilAt <= now
  const said = [
    ticket.text.description,
    admissions[ticket.admission],
    ticket.isClosed || isOver ? t('event.tickets.closed') : '',
    !hasRoom(ticket) ? t('event.tickets.full') : '',
    ticket.onSaleFromAt && ticket.onSaleFromAt > now && ticket.onSaleFromAt !== saleFrom
      ? t('event.tickets.saleFrom', { when: beginning(page, ticket.onSaleFromAt, event) })
      : '',
  ].filter(Boolean)
  return said.length > 0 ? <small>{said.join(' ')}</small> : null
}
