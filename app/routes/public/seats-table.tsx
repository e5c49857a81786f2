import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { GroupSeat } from '#app/registrations/naming/group-seats.server.ts'

type Seat = GroupSeat & { number: number; ownKey: string | null }

/** The seats of a group with what its manager can do about each. */
export function SeatsTable({
  seats,
  order,
  orderKey,
}: {
  seats: Seat[]
  order: { code: string; isOpen: boolean }
  orderKey: string
}) {
  const { t } = usePage()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('seat.person')}</th>
          <th scope="col">{t('order.ticket')}</th>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <tr key={seat.id}>
            <th scope="row">
              {seat.isUnnamed ? t('seat.number', { number: seat.number }) : <bdi>{seat.fullName}</bdi>}
              {seat.email && (
                <>
                  <br />
                  <small>
                    <Address email={seat.email} />
                  </small>
                </>
              )}
              {order.isOpen && (
                <Steps seat={seat} address={`/orders/${order.code}/seats/${seat.code}`} query={`?key=${orderKey}`} />
              )}
            </th>
            <td>
              <bdi>{seat.ticket}</bdi>
              {seat.addons.map((addon, at) => (
                <span key={at}>
                  <br />
                  <small>
                    <bdi>{addon}</bdi>
                  </small>
                </span>
              ))}
              <br />
              <State seat={seat} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Long ones break before the domain. */
function Address({ email }: { email: string }) {
  const at = email.lastIndexOf('@')
  return (
    <bdi dir="ltr">
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </bdi>
  )
}

function State({ seat: { isUnnamed, isCompleted, state } }: { seat: Seat }) {
  const { t } = usePage()
  return (
    <>
      <Tag is={isUnnamed ? undefined : isCompleted ? 'ok' : 'wait'}>
        {t(isUnnamed ? 'seat.unnamed' : isCompleted ? 'seat.complete' : 'seat.incomplete')}
      </Tag>
      {state === 'held' && (
        <>
          <br />
          <small>{t('seat.held')}</small>
        </>
      )}
    </>
  )
}

function Steps({ seat, address, query }: { seat: Seat; address: string; query: string }) {
  const { t, path } = usePage()
  if (seat.isUnnamed)
    return (
      <small className="row noprint">
        <a href={path(`${address}/name${query}`)}>
          {t('seat.name')}
          <span className="vh"> {t('seat.number', { number: seat.number })}</span>
        </a>
        {seat.ownKey && <a href={path(`/registrations/${seat.code}?key=${seat.ownKey}`)}>{t('seat.own')}</a>}
      </small>
    )
  return (
    <div className="row noprint">
      {seat.state === 'confirmed' && (
        <form method="post" action={path(`${address}/send${query}`)}>
          <button className="plain">{t('seat.send')}</button>
        </form>
      )}
      {!seat.isCompleted && <a href={path(`${address}/clear${query}`)}>{t('seat.clear')}</a>}
    </div>
  )
}
