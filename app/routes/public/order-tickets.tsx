import { OrderAddons } from './order-addons.tsx'
import { OrderTicket } from './order-ticket.tsx'
import type { SeatStep } from './seat-steps.ts'
import { type SeatWithAddons, type ShownOrder, withAddons } from './shown-order.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** A ticket for each seat that is or was somebody's; seats that only wait for money are a list without codes. */
export function OrderTickets({ order, steps }: { order: ShownOrder; steps: ReadonlyMap<string, SeatStep[]> }) {
  const { t } = usePage()
  const seats = withAddons(order.registrations)
  const waiting = seats.filter(({ state }) => state === 'held')
  const tickets = seats.filter(({ state, confirmedAt }) => state === 'confirmed' || (state !== 'held' && confirmedAt))
  const gone = seats.filter((one) => !waiting.includes(one) && !tickets.includes(one))
  const listed = [...waiting, ...gone]
  return (
    <>
      {listed.length > 0 && (
        <Leaf id="seats" title={t('order.seatsHeading')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('order.person')}</th>
                <th scope="col">{t('order.ticket')}</th>
                <th scope="col">{t('order.state')}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((seat) => (
                <ListedSeat key={seat.id} seat={seat} steps={steps} />
              ))}
            </tbody>
          </table>
        </Leaf>
      )}
      {tickets.length > 0 && (
        <Leaf id="tickets" title={t('order.ticketsHeading')}>
          {tickets.map((seat) => (
            <OrderTicket key={seat.id} order={order} seat={seat} steps={steps} />
          ))}
        </Leaf>
      )}
    </>
  )
}

function ListedSeat({ seat, steps: all }: { seat: SeatWithAddons; steps: ReadonlyMap<string, SeatStep[]> }) {
  const { t, path } = usePage()
  const steps = all.get(seat.id) ?? []
  return (
    <tr>
      <th scope="row">
        {seat.isUnnamed ? t('order.unnamed') : <bdi>{seat.fullName}</bdi>}
        {steps.length > 0 && (
          <small className="row noprint">
            {steps.map(({ label, address }) => (
              <a key={address} href={path(address)}>
                {t(label)}
              </a>
            ))}
          </small>
        )}
      </th>
      <td>
        <bdi>{seat.ticket}</bdi>
        {seat.addons.length > 0 && (
          <>
            <br />
            <small>
              <OrderAddons addons={seat.addons} steps={all} />
            </small>
          </>
        )}
      </td>
      <td>
        <Tag is={seat.state === 'held' ? 'wait' : 'off'}>{t(`order.states.${seat.state}`)}</Tag>
      </td>
    </tr>
  )
}
