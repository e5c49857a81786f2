import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { LimitsFields } from './limits-fields.tsx'
import { readLimitsPage } from './limits-reading.server.ts'
import { PageHead } from './page-head.tsx'
import { readLimits } from '#app/applications/selection/limits/limits.ts'
import { limitsOfForm, limitsSchema } from '#app/applications/selection/limits/limits-form.ts'
import { saveCallLimits, seenLimits } from '#app/applications/selection/limits/save-limits.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.limits.callTitle'))

export async function loader(args: LoaderFunctionArgs) {
  const { call, event, stored, choices, funds } = await readLimitsPage(args)
  const base = `/organize/${event.slug}/calls/${call.slug}/cohorts`
  return { call, choices, funds, limits: readLimits(stored), seen: seenLimits(stored), base }
}

export async function action(args: ActionFunctionArgs) {
  const { call, event, funds, signedIn } = await readLimitsPage(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const parsed = parseForm(form, limitsSchema(funds))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveCallLimits(services.db, {
    call,
    limits: limitsOfForm(parsed.value),
    seen: parsed.value.seen,
    now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(args.context, `/organize/${event.slug}/calls/${call.slug}/cohorts`)
}

/** The limits that the cohorts of a call follow. */
export default function CallLimits() {
  const shown = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  return (
    <>
      <PageHead
        form={form}
        area="selection"
        title={t('selection.limits.callTitle')}
        lead={t('selection.limits.lead')}
      />
      <form method="post">
        <input type="hidden" name="seen" value={shown.seen} />
        <LimitsFields {...shown} form={form} />
        <p className="row after">
          <button className="go">{t('selection.limits.save')}</button>{' '}
          <a href={path(shown.base)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
