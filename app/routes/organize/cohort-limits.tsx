import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCohort, versionOf } from './cohort-reading.server.ts'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { LimitsFields } from './limits-fields.tsx'
import { readLimitsPage } from './limits-reading.server.ts'
import { PageHead } from './page-head.tsx'
import { hasOwnLimits, limitsOf } from '#app/applications/selection/limits/limits.ts'
import { limitsOfForm, limitsSchema } from '#app/applications/selection/limits/limits-form.ts'
import { saveCohortLimits } from '#app/applications/selection/limits/save-limits.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.limits.cohortTitle'))

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, base } = await requireCohort(args)
  const { call, stored, choices, funds } = await readLimitsPage(args)
  return {
    call,
    choices,
    funds,
    limits: limitsOf({ limits: stored }, cohort),
    hasOwn: hasOwnLimits(cohort),
    version: cohort.version,
    name: cohort.name,
    back: `${base}/${cohort.id}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { call, cohort, actor, base } = await requireCohort(args)
  const { funds } = await readLimitsPage(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const follows = args.request.url.split('?', 1)[0]!.endsWith('/follow')
  const parsed = parseForm(form, limitsSchema(funds))
  if (!follows && !parsed.ok) return invalid(parsed.form)
  const limits = follows || !parsed.ok ? null : limitsOfForm(parsed.value)
  const asked = { call, cohortId: cohort.id, version: versionOf(form), limits, now, actor }
  const saved = await saveCohortLimits(services.db, asked)
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(args.context, `${base}/${cohort.id}?done=saved`)
}

/** The limits of one cohort, where they are to differ from those of its call. */
export default function CohortLimits() {
  const shown = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const own = path(`${shown.back}/limits`)
  return (
    <>
      <PageHead
        form={form}
        area="selection"
        title={t('selection.limits.cohortTitle')}
        lead={t(shown.hasOwn ? 'selection.limits.lead' : 'selection.limits.follows')}
      />
      <p>
        <a href={path(shown.back)}>
          <bdi>{shown.name}</bdi>
        </a>
      </p>
      <form method="post" action={own}>
        <input type="hidden" name="version" value={shown.version} />
        <LimitsFields {...shown} form={form} />
        <p className="row after">
          <button className="go">{t('selection.limits.save')}</button>{' '}
          {shown.hasOwn && (
            <button formAction={`${own}/follow`} formNoValidate>
              {t('selection.limits.followAgain')}
            </button>
          )}
        </p>
      </form>
    </>
  )
}
