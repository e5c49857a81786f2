import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { confirming } from './decision-confirm.server.ts'
import { decisionPage } from './decision-page.server.ts'
import { DecisionWarnings } from './decision-warnings.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { useCall } from './use-call.ts'
import { UNDO_MINUTES } from '#app/applications/decisions/decision.ts'
import { releaseDecisions } from '#app/applications/decisions/release-decisions.server.ts'
import { reviewFigures } from '#app/applications/decisions/review-figures.server.ts'
import { beginning } from '#app/ui/event/words.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.desk.releaseTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call, options } = await decisionPage(request, context, params)
  return { figures: await reviewFigures(db, { callId: call.id, now: context.now }), options }
}

export const action = confirming('decisions', releaseDecisions)

export default function Release() {
  const { figures, options } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { call } = useCall()
  const page = usePage()
  const { t } = page
  const { kinds, untilAt, zone } = figures
  const isEmpty = kinds.accept + kinds.reserve + kinds.decline === 0
  return (
    <Confirm
      form={form}
      title={t('admission.desk.releaseTitle')}
      button={t('admission.desk.releaseButton')}
      back={`/organize/${slug}/calls/${call.slug}/decisions/review`}
      isBlocked={isEmpty}
    >
      <DecisionWarnings figures={figures} options={options} />
      <p>
        {isEmpty
          ? t('admission.desk.nothingToRelease')
          : t('admission.desk.releaseLead', { ...kinds, minutes: UNDO_MINUTES })}
      </p>
      {!isEmpty && untilAt && kinds.accept > 0 && (
        <p>{t('admission.desk.releaseAnswer', { when: beginning(page, untilAt, { zone, city: null }) })}</p>
      )}
      {!isEmpty && <p>{t('admission.desk.releaseUndo')}</p>}
    </Confirm>
  )
}
