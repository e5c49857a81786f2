import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { askedSeatOf } from './registration-asked.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { cancelFigures } from '#app/payments/changes/cancel-figures.server.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { shownAmount } from '#app/registrations/changes/cancel-form.ts'
import { CheckField } from '#app/ui/fields.tsx'
import { CancelMoney } from '#app/ui/seat/cancel-money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { tick } from '#app/values/fields.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

const schema = z.object({ shown: shownAmount(), tell: tick() })

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.act.cancel'))

export async function loader(args: LoaderFunctionArgs) {
  const { seat, why } = await askedSeatOf(args, 'cancel')
  const { services, now } = args.context
  const figures = await cancelFigures(services.db, services.gateways, seat, {
    isVisaRefused: false,
    visaAppliedOn: null,
    now,
  })
  return {
    id: seat.id,
    name: seat.fullName || seat.code,
    addons: seat.addons.map(({ ticket }) => ticket),
    seat: {
      currency: seat.currency,
      isHeld: seat.state === 'held',
      // What an organizer gives back is always looked at by finance.
      asksFinance: true,
      event: { zone: seat.event.zone },
    },
    why,
    figures,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { seat, actor, back } = await askedSeatOf(args, 'cancel')
  const { services, now } = args.context
  const form = await readForm(args.request)
  const again = (state: FormState, status: number) => data({ form: state }, { status })
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return again(parsed.form, 422)
  const cancelled = await cancelSeat(services.db, services.gateways, {
    orderId: seat.orderId,
    code: seat.code,
    shown: parsed.value.shown,
    byOrganizer: { isTold: parsed.value.tell },
    now,
    actor,
  })
  return cancelled.ok ? back('cancelled') : again(refusedForm(form, cancelled.refusals), 409)
}

/** Giving up somebody's seat for them, with what goes back by the event's rule. */
export default function Cancel() {
  const { id, name, addons, seat, why, figures } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('registrant.cancel.title')}
      button={t('registrant.cancel.button')}
      back={`/organize/${slug}/registrations/${id}`}
      isBlocked={why !== null}
      fields={
        <>
          <input type="hidden" name="shown" value={figures.amount + figures.claimed} />
          <CheckField form={form} name="tell" label={t('registrant.cancel.tell')} defaultValue="on" />
        </>
      }
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      {why ? (
        <p>{sentenceOf(`refusal.${why}`, t)}</p>
      ) : (
        <>
          <p>{t('registrant.cancel.lead')}</p>
          {addons.length > 0 && <p>{t('change.cancel.addons', { addons: addons.join(t('common.listSeparator')) })}</p>}
          <CancelMoney seat={seat} figures={figures} />
        </>
      )}
    </Confirm>
  )
}
