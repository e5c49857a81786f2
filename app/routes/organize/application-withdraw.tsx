import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { askedApplicationOf } from './application-asked.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { useCall } from './use-call.ts'
import { withdrawFor } from '#app/applications/desk/withdraw-for.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

const schema = z.object({ reason: line(500, 'applicants.one.enterReason') })

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('applicants.one.withdraw'))

export async function loader(args: LoaderFunctionArgs) {
  const { place, back } = await askedApplicationOf(args)
  if (place.state === 'withdrawn') throw back('')
  return { id: place.id, name: place.fullName || place.code }
}

export async function action(args: ActionFunctionArgs) {
  const { place, actor, back } = await askedApplicationOf(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const done = await withdrawFor(services.db, { applicationId: place.id, ...parsed.value, now, actor })
  return done.ok ? back('withdrawn') : refused(form, done.refusals)
}

export default function WithdrawFor() {
  const { id, name } = useLoaderData<typeof loader>()
  const form: FormState = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('applicants.one.withdrawTitle', { name: isolate(name) })}
      button={t('applicants.one.withdraw')}
      back={`/organize/${slug}/calls/${call.slug}/applications/${id}`}
      fields={
        <TextArea form={form} name="reason" label={t('applicants.one.withdrawReason')} rows={2} maxLength={500} />
      }
    >
      <p>{t('applicants.one.withdrawLead', { name: isolate(name) })}</p>
    </Confirm>
  )
}
