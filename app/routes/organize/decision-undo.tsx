import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { confirming, textOf } from './decision-confirm.server.ts'
import { decisionPage } from './decision-page.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { useCall } from './use-call.ts'
import { waitingRelease } from '#app/applications/decisions/list-decisions.server.ts'
import { undoRelease } from '#app/applications/decisions/undo-release.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.desk.undoTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call } = await decisionPage(request, context, params)
  return { release: await waitingRelease(db, { callId: call.id, now: context.now }) }
}

export const action = confirming('decisions', (db, given, form) =>
  undoRelease(db, { ...given, releaseId: textOf(form, 'release') }),
)

export default function Undo() {
  const { release } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('admission.desk.undoTitle')}
      button={t('admission.desk.undoButton')}
      back={`/organize/${slug}/calls/${call.slug}/decisions`}
      isBlocked={release === null}
      fields={<input type="hidden" name="release" value={release?.id ?? ''} />}
    >
      <p>{release ? t('admission.desk.undoLead') : t('admission.desk.tooLate')}</p>
    </Confirm>
  )
}
