import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { PriceRuleTable, TaxTable } from './rules-prices.tsx'
import { RefundPreview } from './refund-preview.tsx'
import { ChangesSummary, TermsTable } from './rules-terms.tsx'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import {
  findChangeRules,
  findPaymentTerms,
  listPriceRules,
  listRefundRules,
  listTaxRules,
} from '#app/registrations/offer/rules.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.rules'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [types, prices, taxes, refunds, changes, terms] = await Promise.all([
    listTicketTypes(db, event.id, context.language),
    listPriceRules(db, event.id),
    listTaxRules(db, event.id),
    listRefundRules(db, event.id),
    findChangeRules(db, event.id),
    findPaymentTerms(db, event.id),
  ])
  return { types, prices, taxes, refunds, changes, terms }
}

export default function Rules() {
  const { types, prices, taxes, refunds, changes, terms } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/rules`
  return (
    <>
      <div className="row">
        <div>
          <h1>{t('offer.rules')}</h1>
          <p className="mute">{t('offer.rulesLead')}</p>
        </div>
      </div>
      <Leaf id="price-rules" title={t('offer.priceRules')}>
        <PriceRuleTable rules={prices} types={types} base={base} />
      </Leaf>
      <Leaf id="taxes" title={t('offer.taxes')}>
        <TaxTable rules={taxes} base={base} />
      </Leaf>
      <Leaf id="refunds" title={t('offer.refunds')}>
        <RefundPreview rules={refunds} types={types} />
        <p>
          <a href={path(`${base}/refunds`)}>{t('offer.editRefunds')}</a>
        </p>
      </Leaf>
      <Leaf id="changes" title={t('offer.changes')}>
        <ChangesSummary rules={changes} />
        <p>
          <a href={path(`${base}/changes`)}>{t('offer.editChanges')}</a>
        </p>
      </Leaf>
      <Leaf id="terms" title={t('offer.payment')}>
        <TermsTable terms={terms} base={base} />
      </Leaf>
      <Leaf id="waiting" title={t('offer.waitingList')}>
        <p>
          <a href={path(`/organize/${slug}/waiting/rules`)}>{t('offer.editWaiting')}</a>
        </p>
      </Leaf>
    </>
  )
}
