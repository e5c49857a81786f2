import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCohort } from './cohort-reading.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { removeCohort } from '#app/applications/selection/cohorts/remove-cohort.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.cohorts.removeTitle'))

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, base } = await requireCohort(args)
  return { name: cohort.name, isChosen: cohort.isChosen, base }
}

export async function action(args: ActionFunctionArgs) {
  const { call, cohort, actor, base } = await requireCohort(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const removed = await removeCohort(services.db, { call, cohortId: cohort.id, now, actor })
  if (!removed.ok) return refused(form, removed.refusals)
  return seeOther(args.context, base)
}

export default function Remove() {
  const { name, isChosen, base } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('selection.cohorts.removeTitle')}
      button={t('selection.cohorts.removeButton')}
      back={base}
      isBlocked={isChosen}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t(isChosen ? 'selection.cohorts.removeChosen' : 'selection.cohorts.removeLead')}</p>
    </Confirm>
  )
}
