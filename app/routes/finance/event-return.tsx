import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { financeHeaders, FinancePage } from './finance-page.tsx'
import { EventTitle } from './list-parts.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeEvent } from '#app/payments/finance/finance-events.server.ts'
import { eventRefunds, refundEvent } from '#app/payments/refunds/refund-event.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const event = await financeEvent(services.db, { slug: params['event']!, reach, language })
  if (event?.status !== 'cancelled') throw notFound()
  return { event, progress: await eventRefunds(services.db, event.eventId), seesAll: reach === 'all' }
}

/** All money of a cancelled event goes back; a job does it, order by order. */
export async function action(given: ActionFunctionArgs) {
  const { context, params, request } = given
  const { services, language, now } = context
  const { reach } = await requireFinance(request, context)
  const event = await financeEvent(services.db, { slug: params['event']!, reach, language })
  if (event?.status !== 'cancelled') throw notFound()
  const run = refundEvent.bind(null, services.db)
  const { eventId } = event
  return await decide(
    given,
    z.object({}),
    (decision) => run({ eventId, accountId: decision.accountId, reach: decision.reach, now }),
    `/finance/events/${params['event']}/return`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('change.everything.title') }))

export const handle = { shell: 'work', section: 'finance' }

const ROWS = ['undecided', 'marked', 'underWay', 'manual', 'done', 'failed'] as const

export default function EventReturn() {
  const { t, path } = usePage()
  const { event, progress, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const address = `/finance/events/${event.slug}`
  const isGoing = progress.marked + progress.underWay > 0
  const said = isGoing ? t('change.everything.going') : progress.undecided === 0 ? t('change.everything.none') : null
  return (
    <FinancePage
      title={t('change.everything.title')}
      lead={<EventTitle title={event.title} titleLanguage={event.titleLanguage} />}
      before={
        <>
          <ErrorSummary form={form} />
          <Crumbs
            trail={[
              { to: '/finance/events', label: t('finance.side.events') },
              { to: address, label: event.title },
              { label: t('change.everything.title') },
            ]}
          />
        </>
      }
      seesAll={seesAll}
    >
      <p className="narrow">{t('change.everything.lead')}</p>
      <table className="narrow">
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`change.everything.progress.${row}`)}</th>
              <td className="num">{progress[row]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {said && <p role="status">{said}</p>}
      {progress.undecided > 0 && (
        <form method="post" action={path(`${address}/return`)}>
          <p className="row after">
            <button className="go">{t('change.everything.button')}</button>
            <a href={path(address)}>{t('finance.cancel')}</a>
          </p>
        </form>
      )}
    </FinancePage>
  )
}
