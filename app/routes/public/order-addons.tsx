import type { SeatStep } from './seat-steps.ts'
import type { SeatWithAddons } from './shown-order.ts'
import { usePage } from '#app/ui/use-page.ts'

/** What somebody takes beside a ticket, a line each, with the way to give it up alone. */
export function OrderAddons({
  addons,
  steps,
}: {
  addons: SeatWithAddons['addons']
  steps: ReadonlyMap<string, SeatStep[]>
}) {
  const { t, path } = usePage()
  return addons.map(({ id, ticket }, at) => {
    const cancel = steps.get(id)?.find(({ label }) => label === 'order.steps.cancel')
    return (
      <span key={id}>
        {at > 0 && <br />}
        <bdi>{ticket}</bdi>
        {cancel && (
          <small className="noprint">
            {' '}
            <a href={path(cancel.address)}>
              {t('order.cancelAddon')}
              <span className="vh"> {ticket}</span>
            </a>
          </small>
        )}
      </span>
    )
  })
}
