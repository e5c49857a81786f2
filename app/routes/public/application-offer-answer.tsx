import { OfferAward } from './application-offer-award.tsx'
import type { OfferView } from '#app/applications/offers/offer-view.server.ts'
import { deadline } from '#app/ui/event/words.ts'
import { CheckField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** The form that accepts an offer, part by part; declining has a page of its own. */
export function OfferAnswer({
  offer,
  form,
  code,
  query,
}: {
  offer: OfferView
  form: FormState
  code: string
  query: string
}) {
  const page = usePage()
  const { t, path } = page
  const when = deadline(page, offer.untilAt, offer.event)
  return (
    <form method="post" action={path(`/applications/${code}/offer${query}`)}>
      {offer.components.length > 0 && (
        <Leaf id="award" title={t('admission.awardHeading')}>
          <OfferAward components={offer.components} form={form} />
        </Leaf>
      )}
      <Leaf id="own" title={t('admission.ownHeading')}>
        <Own offer={offer} />
      </Leaf>
      <Leaf id="before" title={t('admission.consentHeading')}>
        <CheckField form={form} name="conduct">
          <a href={path('/about/conduct')}>{t('admission.conduct')}</a>
        </CheckField>
        {offer.hasTicket && (
          <>
            <CheckField form={form} name="attendeeList" label={t('admission.attendeeList')} />
            <CheckField form={form} name="photographs" label={t('admission.photographs')} />
          </>
        )}
      </Leaf>
      <Leaf id="next" title={t('admission.nextHeading')}>
        <ol className="flow">
          <li>{t('admission.next.accept', { when })}</li>
          <li>{t('admission.next.pay')}</li>
          <li>{t('admission.next.visa')}</li>
          <li>{t('admission.next.prepare')}</li>
        </ol>
        <p className="row">
          <button className="go">{t('admission.accept')}</button>{' '}
          <a href={path(`/applications/${code}/offer/decline${query}`)}>{t('admission.decline')}</a>
        </p>
      </Leaf>
    </form>
  )
}

/** What is left to pay of the ticket, and in all. */
function Own({ offer: { ticket, own, components } }: { offer: OfferView }) {
  const { t } = usePage()
  const fee = components
    .filter(({ kind, currency }) => kind === 'fee' && currency === ticket?.currency)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const forTicket = ticket ? Math.max(0, ticket.amountMinor - fee) : 0
  return (
    <>
      <p>
        {forTicket > 0 && ticket ? (
          <Worded
            before={t('admission.ownTicket', { amount: MARK })}
            money={{ amountMinor: forTicket, currency: ticket.currency }}
          />
        ) : (
          t('admission.ownFree')
        )}
      </p>
      {own && own.amountMinor !== forTicket && (
        <p>
          <Worded before={t('admission.ownTotal', { amount: MARK })} money={own} />
        </p>
      )}
    </>
  )
}

const MARK = '\uE000'

/** A sentence with an amount apart from its surroundings. */
function Worded({ before, money }: { before: string; money: { amountMinor: number; currency: string } }) {
  const [start, end] = before.split(MARK)
  return (
    <>
      {start}
      <Price money={money} />
      {end}
    </>
  )
}
