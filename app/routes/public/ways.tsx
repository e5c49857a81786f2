import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { payingOrder } from './paying-order.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { waysFor } from '#app/payments/methods/ways-for.server.ts'
import type { WayToPay } from '#app/payments/methods/instructions.ts'
import { orderPlace } from '#app/payments/queries.server.ts'
import { ChoiceField } from '#app/ui/fields.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

export const handle = { shell: 'public' }

export const headers = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('pay.waysTitle') }))

/** The ways in which an order can be paid, to choose another one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, ...order } = await payingOrder(request, params.code, context)
  const { services, now, language } = context
  const [ways, place] = await Promise.all([
    waysFor(services.db, services.gateways, { orderId: id, now }),
    orderPlace(services.db, { orderId: id, language }),
  ])
  return data({ order, ways, place }, { headers: KEYED_PAGE })
}

export default function Ways() {
  const { order, ways, place } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const query = new URLSearchParams({ key: order.key })
  const open = ways.filter(({ closed }) => closed === null)
  const shut = ways.filter(({ closed }) => closed !== null)
  const chosen = open.find(({ isChosen }) => isChosen) ?? open[0]
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(place.mark)} className="flow">
      <p>
        <a href={path(`${order.page}?${query}`)}>{t('pay.backToOrder')}</a>
      </p>
      <h1>{t('pay.waysTitle')}</h1>
      {ways.length === 0 ? (
        <p className="lead">{t('pay.nothingDue')}</p>
      ) : (
        <>
          <p className="lead">{t('pay.waysLead')}</p>
          {open.length > 0 && (
            <form method="post" action={path(`/orders/${order.code}/pay?${query}`)} className="flow narrow">
              <ChoiceField
                form={EMPTY_FORM}
                name="method"
                legend={t('pay.wayLegend')}
                defaultValue={chosen?.method}
                options={open.map(({ method }) => ({
                  value: method,
                  label: t(`pay.method.${method}`),
                  detail: t(`pay.about.${method}`),
                }))}
              />
              <p>
                <button className="go">{t('pay.continue')}</button>
              </p>
              <p className="hint">{t('pay.waysHint')}</p>
            </form>
          )}
          {shut.length > 0 && (
            <>
              <h2>{t('pay.closedTitle')}</h2>
              <ul>
                {shut.map((way) => (
                  <li key={way.method}>
                    <Closed way={way} zone={place.zone} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </main>
  )
}

function Closed({ way: { method, closed, minimum, fromAt }, zone }: { way: WayToPay; zone: string }) {
  const { t, language } = usePage()
  if (closed === null) return null
  const text =
    closed === 'too-small'
      ? t('pay.closed.too-small', { minimum: minimum ? isolateIn(language, formatMoney(minimum, language)) : '' })
      : closed === 'not-yet'
        ? t('pay.closed.not-yet', { when: fromAt === null ? '' : formatMoment(fromAt, zone, language) })
        : t(`pay.closed.${closed}`)
  return t('common.labelled', { label: t(`pay.method.${method}`), text })
}
