import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { turningCall } from './call-turning.server.ts'
import { requireCall } from './call.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { useCall } from './use-call.ts'
import { calledOffFigures } from '#app/applications/offers/tell-called-off.server.ts'
import { cancelCall } from '#app/applications/calls/change-call-status.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.status.cancel'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  return await calledOffFigures(context.services.db, { callId: call.id, now: context.now })
}

export const action = turningCall(({ db }, change) => cancelCall(db, change))

/** Asks once more before a call is called off. */
export default function CallStatusCancel() {
  const { offers, told } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('call.status.cancel')}
      button={t('call.status.cancel')}
      back={`/organize/${slug}/calls/${call.slug}/details/status`}
    >
      <p>{t('call.status.cancelLead')}</p>
      {offers > 0 && <p>{t('call.status.cancelOffers', { count: offers })}</p>}
      {told > 0 && <p>{t('call.status.cancelTold', { count: told })}</p>}
    </Confirm>
  )
}
