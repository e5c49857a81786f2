import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { confirming, textOf } from './decision-confirm.server.ts'
import { decisionPage } from './decision-page.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { useCall } from './use-call.ts'
import { declineRest } from '#app/applications/decisions/decide-rest.server.ts'
import { countDecisions } from '#app/applications/decisions/list-decisions.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.desk.restTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call } = await decisionPage(request, context, params)
  return { count: (await countDecisions(db, call.id)).none.count }
}

export const action = confirming('decisions', (db, given, form) =>
  declineRest(db, { ...given, reason: textOf(form, 'reason', 2000) }),
)

export default function Rest() {
  const { count } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      area="admission"
      title={t('admission.desk.restTitle')}
      button={t('admission.desk.restButton')}
      back={`/organize/${slug}/calls/${call.slug}/decisions`}
      isBlocked={count === 0}
      fields={
        <TextArea
          form={form}
          name="reason"
          label={t('admission.desk.restReason')}
          hint={t('admission.desk.restReasonHint')}
          maxLength={2000}
          isOptional
        />
      }
    >
      <p>{t('admission.desk.restLead', { count })}</p>
    </Confirm>
  )
}
