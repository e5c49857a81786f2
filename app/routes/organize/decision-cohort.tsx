import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { confirming } from './decision-confirm.server.ts'
import { decisionPage } from './decision-page.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { useCall } from './use-call.ts'
import { cohortDecisions, decideCohort } from '#app/applications/decisions/decide-cohort.server.ts'
import { CheckField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.desk.cohortTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call } = await decisionPage(request, context, params)
  const found = await cohortDecisions(db, call.id)
  return { counts: found && { accept: found.accept.length, reserve: found.reserve.length } }
}

export const action = confirming('decisions', (db, given, form) =>
  decideCohort(db, { ...given, withReserve: form.has('withReserve') }),
)

export default function Cohort() {
  const { counts } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('admission.desk.cohortTitle')}
      button={t('admission.desk.cohortButton')}
      back={`/organize/${slug}/calls/${call.slug}/decisions`}
      isBlocked={counts === null}
      fields={<CheckField form={form} name="withReserve" label={t('admission.desk.cohortRest')} defaultValue="on" />}
    >
      <p>{counts ? t('admission.desk.cohortLead', counts) : t('admission.desk.noCohort')}</p>
    </Confirm>
  )
}
