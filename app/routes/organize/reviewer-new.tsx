import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { requireFullCall } from './full-call.server.ts'
import { PageHead } from './page-head.tsx'
import { ReviewerFields } from './reviewer-fields.tsx'
import { useCall } from './use-call.ts'
import { reviewerSchema } from '#app/applications/reviews/reviewer-form.ts'
import { saveReviewer } from '#app/applications/reviews/save-reviewer.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('reviewing.organize.add'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireFullCall(request, context, params)
  return { choices: call.choices.map(({ code, name }) => ({ code, name })) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call, actor, base } = await requireFullCall(request, context, params)
  const form = await readForm(request)
  const parsed = parseForm(form, reviewerSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { email, ...wishes } = parsed.value
  const who = { email, language: context.language }
  const saved = await saveReviewer(context.services.db, { call, who, wishes, actor, now: context.now })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `${base}/reviews?done=added`)
}

export default function NewReviewer() {
  const { choices } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const list = path(`/organize/${slug}/calls/${call.slug}/reviews`)
  return (
    <>
      <PageHead form={form} title={t('reviewing.organize.add')} lead={t('reviewing.organize.addLead')} />
      <form method="post" action={`${list}/reviewers/new`}>
        <TextField form={form} name="email" type="email" label={t('team.email')} maxLength={191} />
        <ReviewerFields form={form} choices={choices} />
        <p className="row after">
          <button className="go">{t('reviewing.organize.addButton')}</button> <a href={list}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
