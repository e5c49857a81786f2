import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCohort, versionOf } from './cohort-reading.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { chooseCohort } from '#app/applications/selection/cohorts/choose-cohort.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.cohorts.chooseTitle'))

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, base } = await requireCohort(args)
  return { name: cohort.name, version: cohort.version, back: `${base}/${cohort.id}` }
}

export async function action(args: ActionFunctionArgs) {
  const { call, cohort, actor, base } = await requireCohort(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const asked = { call, cohortId: cohort.id, version: versionOf(form), now, actor }
  const chosen = await chooseCohort(services.db, asked)
  if (!chosen.ok) return refused(form, chosen.refusals)
  return seeOther(args.context, base)
}

export default function Choose() {
  const { name, version, back } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('selection.cohorts.chooseTitle')}
      button={t('selection.cohorts.choose')}
      back={back}
      fields={<input type="hidden" name="version" value={version} />}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t('selection.cohorts.chooseLead')}</p>
    </Confirm>
  )
}
