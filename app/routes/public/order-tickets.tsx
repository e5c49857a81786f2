import type { ShownOrder } from './shown-order.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Ticket } from '#app/ui/ticket.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDays } from '#app/values/dates.ts'

/** A ticket for each seat that is or was somebody's; seats that only wait for money are a list without codes. */
export function OrderTickets({ order }: { order: ShownOrder }) {
  const { t, language } = usePage()
  const { registrations } = order
  const waiting = registrations.filter(({ state }) => state === 'held')
  const tickets = registrations.filter(({ state, confirmedAt }) => state === 'confirmed' || confirmedAt !== null)
  const gone = registrations.filter((one) => !waiting.includes(one) && !tickets.includes(one))
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
              {listed.map(({ id, fullName, ticket, state }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{fullName}</bdi>
                  </th>
                  <td>{ticket}</td>
                  <td>
                    <Tag is={state === 'held' ? 'wait' : 'off'}>{t(`order.states.${state}`)}</Tag>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Leaf>
      )}
      {tickets.length > 0 && (
        <Leaf id="tickets" title={t('order.ticketsHeading')}>
          {tickets.map((one) => (
            <Ticket
              key={one.id}
              title={order.title}
              name={one.fullName}
              code={one.code}
              isVoid={one.state !== 'confirmed'}
              facts={[
                [t('order.ticket'), one.ticket],
                [t('order.when'), formatDays(order.startsOn, order.endsOn, language)],
                [t('order.whereFact'), placeOf(order, language) || t('order.online')],
              ]}
              note={one.state === 'confirmed' ? undefined : <p>{t(`order.void.${one.state}`)}</p>}
            />
          ))}
        </Leaf>
      )}
    </>
  )
}

function placeOf({ format, venue, city, country }: ShownOrder, language: string): string {
  if (format === 'online') return ''
  return [venue, city, country ? countryName(country, language) : null].filter(Boolean).join(', ')
}
