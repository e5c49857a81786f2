import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawing } from './call-offer-withdrawing.server.ts'
import { Confirm } from './confirm.tsx'
import { textOf } from './decision-confirm.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { useCall } from './use-call.ts'
import { withdrawAccepted } from '#app/applications/offers/withdraw-accepted.server.ts'
import { withdrawOffer } from '#app/applications/offers/withdraw-offer.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { CancelMoney } from '#app/ui/seat/cancel-money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.offers.withdrawTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { name, is, money } = await withdrawing(request, context, params)
  return { name, is, money }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call, actor, base, offer, is } = await withdrawing(request, context, params)
  const form = await readForm(request)
  const { db, gateways } = context.services
  const reason = textOf(form, 'reason')
  const given = { callId: call.id, offerId: offer.id, reason, now: context.now, actor }
  const shown = Number(textOf(form, 'shown', 20)) || 0
  const done =
    is === 'open' ? await withdrawOffer(db, given) : await withdrawAccepted(db, gateways, { ...given, shown })
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(context, `${base}/offers`)
}

/** Taking an offer back: one that is open, or what somebody accepted, with what it means in money. */
export default function Withdraw() {
  const { name, is, money } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      area="admission"
      title={t('admission.offers.withdrawTitle')}
      button={t('admission.offers.withdrawButton')}
      back={`/organize/${slug}/calls/${call.slug}/offers`}
      isBlocked={is === 'over'}
      fields={
        <>
          {money && <input type="hidden" name="shown" value={money.shown} />}
          <TextArea
            form={form}
            name="reason"
            label={t('admission.offers.reason')}
            hint={t('admission.offers.reasonHint')}
            maxLength={500}
            isOptional={is === 'open'}
          />
        </>
      }
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      {is === 'open' && <p>{t('admission.offers.withdrawLead')}</p>}
      {is === 'seat' && <p>{t('admission.offers.withdrawSeat')}</p>}
      {is === 'award' && <p>{t('admission.offers.withdrawAward')}</p>}
      {is === 'over' && <p>{t('refusal.offer-answered')}</p>}
      {money && <CancelMoney {...money} />}
    </Confirm>
  )
}
