import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCohort, versionOf } from './cohort-reading.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { listCohorts } from '#app/applications/selection/cohorts/find-cohort.server.ts'
import { suggestMembers } from '#app/applications/selection/cohorts/suggest-members.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { CheckField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.suggest.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { call, cohort, base } = await requireCohort(args)
  const listed = await listCohorts(args.context.services.db, call.id)
  const { byHand = 0, people = 0 } = listed.find(({ id }) => id === cohort.id) ?? {}
  return { version: cohort.version, byHand, people, back: `${base}/${cohort.id}` }
}

export async function action(args: ActionFunctionArgs) {
  const { call, cohort, actor, base } = await requireCohort(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const suggested = await suggestMembers(services.db, {
    call,
    cohort,
    version: versionOf(form),
    beyondCaps: form.has('beyondCaps'),
    now,
    actor,
  })
  if (!suggested.ok) return refused(form, suggested.refusals)
  return seeOther(args.context, `${base}/${cohort.id}?done=suggested`)
}

/** Says by what rules a cohort is filled, before it is. */
export default function Suggest() {
  const { version, byHand, people, back } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('selection.suggest.title')}
      button={t('selection.suggest.button')}
      back={back}
      fields={
        <>
          <input type="hidden" name="version" value={version} />
          <CheckField form={form} name="beyondCaps" label={t('selection.suggest.beyondCaps')} />
        </>
      }
    >
      <p>{t('selection.suggest.lead')}</p>
      <ul>
        <li>{t('selection.suggest.walls')}</li>
        <li>{t('selection.suggest.teams')}</li>
        <li>{t('selection.suggest.price')}</li>
        {byHand > 0 && <li>{t('selection.suggest.byHand', { count: byHand })}</li>}
        {people > 0 && <li>{t('selection.suggest.replaces')}</li>}
      </ul>
    </Confirm>
  )
}
