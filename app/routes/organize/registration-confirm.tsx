import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { askedRegistrationOf } from './registration-asked.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { confirmByName } from '#app/registrations/seats/confirm-by-name.server.ts'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.confirm.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { place } = await askedRegistrationOf(args)
  const balance = await balanceOf(args.context.services.db, place.orderId)
  const { due = 0, currency = null } = balance ?? {}
  return { id: place.id, name: place.fullName || place.code, isHeld: place.state === 'held', due, currency }
}

export async function action(args: ActionFunctionArgs) {
  const { place, actor, back } = await askedRegistrationOf(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const { id: registrationId, orderId } = place
  const confirmed = await confirmByName(services.db, { registrationId, orderId, now, actor })
  return confirmed.ok ? back('confirmed') : refused(form, confirmed.refusals)
}

/** Letting somebody in before the money has come. */
export default function ConfirmSeat() {
  const { id, name, isHeld, due, currency } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('registrant.confirm.title')}
      button={t('registrant.confirm.button')}
      back={`/organize/${slug}/registrations/${id}`}
      isBlocked={!isHeld}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t(isHeld ? 'registrant.confirm.lead' : 'refusal.seat-gone')}</p>
      {isHeld && currency !== null && due > 0 && (
        <p>
          {t('registrant.stillDue')} <Price money={{ amountMinor: due, currency }} />
        </p>
      )}
    </Confirm>
  )
}
