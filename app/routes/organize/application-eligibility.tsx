import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { askedApplicationOf } from './application-asked.server.ts'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { useCall } from './use-call.ts'
import { overruleEligibility } from '#app/applications/desk/overrule-eligibility.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { ChoiceField, TextArea } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { optionalText } from '#app/values/fields.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

const VERDICTS = ['eligible', 'ineligible', 'by-rules'] as const

const schema = z
  .object({
    verdict: z.enum(VERDICTS, { error: 'form.choose' }),
    reason: optionalText(1000),
    seen: z.coerce.number().catch(-1),
  })
  .refine(({ verdict, reason }) => verdict === 'by-rules' || reason !== '', {
    path: ['reason'],
    message: 'applicants.one.enterReason',
  })

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('applicants.one.eligibility'))

export async function loader(args: LoaderFunctionArgs) {
  const { place } = await askedApplicationOf(args)
  const { id, eligibility, eligibilityBy, eligibilityNote, version } = place
  return {
    id,
    name: place.fullName || place.code,
    verdict: eligibilityBy === null ? 'by-rules' : eligibility,
    reason: eligibilityNote,
    seen: String(version),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { place, signedIn, back } = await askedApplicationOf(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const { seen, ...said } = parsed.value
  const { accountId } = signedIn
  const saved = await overruleEligibility(services.db, {
    applicationId: place.id,
    ...said,
    version: seen,
    accountId,
    now,
  })
  return saved.ok ? back('judged') : refused(form, saved.refusals)
}

export default function OverruleEligibility() {
  const { id, name, verdict, reason, seen } = useLoaderData<typeof loader>()
  const form: FormState = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  return (
    <>
      <PageHead
        form={form}
        title={t('applicants.one.overruleTitle', { name: isolate(name) })}
        lead={t('applicants.one.overruleLead')}
      />
      <form method="post">
        <Seen form={form} seen={seen} />
        <ChoiceField
          form={form}
          name="verdict"
          legend={t('applicants.one.verdict')}
          defaultValue={verdict}
          options={VERDICTS.map((value) => ({
            value,
            label: value === 'by-rules' ? t('applicants.one.byRules') : t(`applicants.eligibilities.${value}`),
          }))}
        />
        <TextArea
          form={form}
          name="reason"
          label={t('applicants.one.reason')}
          defaultValue={reason}
          maxLength={1000}
          isOptional
        />
        <p className="row after">
          <button className="go">{t('organize.save')}</button>{' '}
          <a href={path(`/organize/${slug}/calls/${call.slug}/applications/${id}`)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
