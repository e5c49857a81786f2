import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCohort, versionOf } from './cohort-reading.server.ts'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { cohortSchema } from '#app/applications/selection/cohorts/cohort-form.ts'
import { renameCohort } from '#app/applications/selection/cohorts/rename-cohort.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.cohorts.renameTitle'))

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, base } = await requireCohort(args)
  return { name: cohort.name, version: cohort.version, base }
}

export async function action(args: ActionFunctionArgs) {
  const { call, cohort, actor, base } = await requireCohort(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const parsed = parseForm(form, cohortSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const asked = { call, cohortId: cohort.id, version: versionOf(form), name: parsed.value.name, now, actor }
  const renamed = await renameCohort(services.db, asked)
  if (!renamed.ok) return refused(form, renamed.refusals)
  return seeOther(args.context, base)
}

export default function Rename() {
  const { name, version, base } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} area="selection" title={t('selection.cohorts.renameTitle')} />
      <form method="post">
        <input type="hidden" name="version" value={version} />
        <TextField form={form} name="name" label={t('selection.fields.name')} defaultValue={name} maxLength={120} />
        <p className="row after">
          <button className="go">{t('selection.cohorts.save')}</button> <a href={path(base)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
