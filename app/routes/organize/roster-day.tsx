import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'
import { freezeDay } from '#app/participants/rosters/roster-day.ts'
import { rosterPlanSchema } from '#app/participants/rosters/roster-form.ts'
import { saveRosterPlan } from '#app/participants/rosters/save-roster-plan.server.ts'
import { ChoiceField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('roster.plan'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return await findRoster(context.services.db, event.id)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, rosterPlanSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveRosterPlan(context.services.db, {
    eventId: event.id,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/roster?saved=1`)
}

/** The day of freezing, and how many people are enough. */
export default function RosterDay() {
  const roster = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, startsOn, zone } = useDesk()
  const { t, language, path } = usePage()
  const { freezeOn, day, minimum, version, frozenAt } = roster
  const followed = freezeDay({ freezeOn: '', firstOn: startsOn })
  return (
    <>
      <PageHead form={form} area="roster" title={t('roster.plan')} />
      <form method="post" action={path(`/organize/${slug}/roster/plan`)} className="narrow">
        <input type="hidden" name="version" value={version} />
        {frozenAt === null ? (
          <>
            <ChoiceField
              form={form}
              name="way"
              legend={t('roster.wayLabel')}
              defaultValue={freezeOn === '' ? 'follow' : 'set'}
              options={[
                {
                  value: 'follow',
                  label: t('roster.ways.follow'),
                  detail: t('roster.followDetail', { day: formatDay(followed, language) }),
                },
                { value: 'set', label: t('roster.ways.set') },
              ]}
            />
            <TextField
              form={form}
              name="freezeOn"
              type="date"
              label={t('roster.freezeOn')}
              hint={t('roster.freezeOnHint', { zone })}
              defaultValue={day}
              isOptional
            />
          </>
        ) : (
          <>
            <input type="hidden" name="way" value="follow" />
            <p className="hint">{t('roster.planFrozen')}</p>
          </>
        )}
        <TextField
          form={form}
          name="minimum"
          type="number"
          label={t('roster.minimum')}
          hint={t('roster.minimumHint')}
          defaultValue={minimum}
          isOptional
        />
        <p className="row after">
          <button className="go">{t('roster.planSave')}</button>{' '}
          <a href={path(`/organize/${slug}/roster`)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
