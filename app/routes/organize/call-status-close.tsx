import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { turningCall } from './call-turning.server.ts'
import { requireCall } from './call.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { useCall } from './use-call.ts'
import { closeCall } from '#app/applications/calls/change-call-status.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.status.close'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireCall(request, context, params)
  return null
}

export const action = turningCall(({ db }, change) => closeCall(db, change))

/** Asks once more before a call ends before its time. */
export default function CallStatusClose() {
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('call.status.close')}
      button={t('call.status.close')}
      back={`/organize/${slug}/calls/${call.slug}/details/status`}
    >
      <p>{t('call.status.closeLead')}</p>
    </Confirm>
  )
}
