import type { ReactNode } from 'react'
import { useDesk } from './desk.ts'
import { STATE_TAGS } from './registrations-words.ts'
import type { RegistrationData } from './registration.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

/** The order: what was asked, what came, what went back, what is left; and who else is on it. */
export function RegistrationMoney({ seat, money, seats, ticketTypes }: RegistrationData) {
  const { slug, zone } = useDesk()
  const { t, path, language } = usePage()
  const { balance, lines, payments, refunds, refundAttempts } = money
  const others = seats.filter(({ id }) => id !== seat.id)
  const moved: { id: string; label: ReactNode; at: string; amountMinor: number; currency: string }[] = [
    ...lines.map((line) => ({ ...line, label: <bdi>{line.description}</bdi>, at: line.createdAt })),
    ...payments.map((one) => ({
      ...one,
      label: t(`finance.method.${one.method as 'card'}`),
      at: one.receivedAt,
      amountMinor: -one.amountMinor,
    })),
    ...refunds.map((one) => ({ ...one, label: t('registrant.refunded'), at: one.refundedAt })),
    ...refundAttempts.map((one) => ({
      ...one,
      label: `${t('registrant.refundUnderWay')}: ${t(`finance.refundState.${one.state as 'pending'}`)}`,
      at: one.createdAt,
    })),
  ]
  return (
    <Leaf id="order" title={`${t('registrant.columns.order')} ${seat.orderCode}`}>
      <p>
        {t('registrant.orderedBy')} <bdi>{seat.ordererName}</bdi>
        {seat.payerName && (
          <>
            {' · '}
            {t('registrant.paidBy')} <bdi>{[seat.payerOrganization, seat.payerName].filter(Boolean).join(', ')}</bdi>
          </>
        )}
      </p>
      {balance.currency === null || moved.every(({ amountMinor }) => amountMinor === 0) ? (
        <p>{t('organize.free')}</p>
      ) : (
        <ScrollTable labelledBy="order">
          <tbody>
            {moved.map(({ id, label, at, amountMinor, currency }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>
                  <time dateTime={at}>{formatMoment(at, zone, language)}</time>
                </td>
                <td className="num">
                  <Price isFull money={{ amountMinor, currency }} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t(balance.due < 0 ? 'registrant.tooMuch' : 'registrant.stillDue')}
              </th>
              <td className="num">
                <b>
                  <Price isFull money={{ amountMinor: Math.abs(balance.due), currency: balance.currency }} />
                </b>
              </td>
            </tr>
          </tfoot>
        </ScrollTable>
      )}
      {others.length > 0 && (
        <>
          <h3>{t('registrant.sameOrder')}</h3>
          <ul role="list">
            {others.map(({ id, fullName, code, state, ticketTypeId }) => (
              <li key={id}>
                <a href={path(`/organize/${slug}/registrations/${id}`)}>
                  <bdi>{fullName || code}</bdi>
                </a>{' '}
                <bdi>{ticketTypes.find((type) => type.id === ticketTypeId)?.name}</bdi>{' '}
                <Tag is={STATE_TAGS[state]}>{t(`organize.states.${state}`)}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
    </Leaf>
  )
}
