import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { groupOf, seatOf } from './group.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { clearSeat } from '#app/registrations/naming/name-seat.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('seat.clearTitle') }))

export async function loader(args: LoaderFunctionArgs) {
  const { order, seat, key } = await asked(args)
  const { code, title, mark } = order
  return data({ order: { code, title, mark }, seat, key }, { headers: KEYED_PAGE })
}

export async function action(args: ActionFunctionArgs) {
  const { order, seat, key } = await asked(args)
  const { services, now } = args.context
  const actor = { kind: 'visitor' as const }
  const result = await clearSeat(services.db, { registrationId: seat.id, now, actor })
  if (result.ok) return withoutReferrer(seeOther(args.context, `/orders/${order.code}/seats?key=${key}`))
  const errors = { '': result.refusals.map(({ code }) => `refusal.${code}`) }
  return data({ form: { values: {}, errors } }, { status: 409, headers: KEYED_PAGE })
}

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const group = await groupOf(request, params['code'], context)
  const seat = group && seatOf(group.order, params['registration'])
  if (!group || !seat) throw notFound()
  return { ...group, seat }
}

export default function Page() {
  const { order, seat, key } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(order.mark)}>
      <div className="flow intro narrow">
        <p className="kind">
          <bdi>{order.title}</bdi>
        </p>
        <h1>{t('seat.clearTitle')}</h1>
        <ErrorSummary form={form} />
        <p className="lead">{t('seat.clearLead', { name: isolate(seat.fullName) })}</p>
        <form method="post" action={path(`/orders/${order.code}/seats/${seat.code}/clear?key=${key}`)}>
          <p className="row">
            <button className="go">{t('seat.clearButton')}</button>
            <a href={path(`/orders/${order.code}/seats?key=${key}`)}>{t('seat.back')}</a>
          </p>
        </form>
      </div>
    </main>
  )
}
