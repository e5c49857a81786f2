import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedApplicationOf } from './application-asked.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { useCall } from './use-call.ts'
import { submitApplication } from '#app/applications/applying/submit-application.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('applicants.one.submit'))

export async function loader(args: LoaderFunctionArgs) {
  const { place, back } = await askedApplicationOf(args)
  if (place.state !== 'draft') throw back('')
  return { id: place.id, name: place.fullName || place.code }
}

export async function action(args: ActionFunctionArgs) {
  const { place, actor, back } = await askedApplicationOf(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const done = await submitApplication(services.db, { applicationId: place.id, isOnBehalf: true, now, actor })
  return done.ok ? back('submitted') : refused(form, done.refusals)
}

export default function SubmitFor() {
  const { id, name } = useLoaderData<typeof loader>()
  const form: FormState = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('applicants.one.submit')}
      button={t('applicants.one.submit')}
      back={`/organize/${slug}/calls/${call.slug}/applications/${id}`}
    >
      <p>{t('applicants.one.submitLead', { name: isolate(name) })}</p>
    </Confirm>
  )
}
