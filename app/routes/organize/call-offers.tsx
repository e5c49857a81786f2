import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CallOffersTable } from './call-offers-table.tsx'
import { decisionPage } from './decision-page.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { FilterSelect } from './filter-select.tsx'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { OFFER_STATES } from '#app/applications/offers/offer-states.ts'
import { listCallOffers } from '#app/applications/offers/list-call-offers.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { count } from '#app/ui/event/words.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type Cursor, cursorOf } from '#app/values/cursor.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.offers.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call, options } = await decisionPage(request, context, params)
  const asked = new URL(request.url).searchParams.get('state')
  const state = OFFER_STATES.find((one) => one === asked) ?? null
  const cursor = cursorOf(new URL(request.url).searchParams)
  return { ...(await listCallOffers(db, { callId: call.id, state, cursor })), state, options }
}

export default function Offers() {
  const { offers, counts, state, steps, options } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { call } = useCall()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/offers`
  const address = (cursor: Cursor) => path(`${base}?${new URLSearchParams({ ...(state ? { state } : {}), ...cursor })}`)
  return (
    <>
      <PageHead form={EMPTY_FORM} title={t('admission.offers.title')} lead={t('admission.offers.lead')} />
      <Kpis
        items={OFFER_STATES.map((one) => ({
          label: t(`admission.offers.states.${one}`),
          value: count(counts[one] ?? 0, language),
        }))}
      />
      <p className="after">
        <a className="btn go" href={path(`${base}/next`)}>
          {t('admission.offers.next')}
        </a>
      </p>
      <form method="get" action={path(base)} className="row after">
        <FilterSelect
          name="state"
          label={t('admission.offers.state')}
          values={[state]}
          options={OFFER_STATES.map((value) => ({ value, label: t(`admission.offers.states.${value}`) }))}
        />
        <button>{t('admission.desk.show')}</button>
      </form>
      {offers.length === 0 ? (
        <Empty title={t('admission.offers.nobody')}>
          <p>{t('admission.offers.nobodyWhy')}</p>
        </Empty>
      ) : (
        <CallOffersTable offers={offers} options={options} base={base} zone={zone} />
      )}
      <StepPages steps={steps} addressOf={address} />
    </>
  )
}
