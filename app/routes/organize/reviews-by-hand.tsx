import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { requireFullCall } from './full-call.server.ts'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { assignByHand } from '#app/applications/reviews/assign-by-hand.server.ts'
import { listReviewers } from '#app/applications/reviews/list-reviewers.server.ts'
import { numberOf } from '#app/applications/reviews/number-label.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({
  number: line(20, 'reviewing.organize.enterNumber'),
  accountId: z.string({ error: 'form.choose' }).min(1, 'form.choose').max(36),
})

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('reviewing.organize.byHand'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireFullCall(request, context, params)
  const reviewers = await listReviewers(context.services.db, call.id)
  return {
    prefix: call.numberPrefix,
    number: new URL(request.url).searchParams.get('number') ?? '',
    options: reviewers.map(({ accountId, fullName, email }) => ({ value: accountId, label: fullName || email })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call, actor, base } = await requireFullCall(request, context, params)
  const form = await readForm(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const { number: label, accountId } = parsed.value
  const number = numberOf(call.numberPrefix, label) ?? Number(/^\d{1,9}$/.exec(label)?.[0] ?? 0)
  const { now } = context
  const assigned = await assignByHand(context.services.db, { call, number, accountId, actor, now })
  if (!assigned.ok) return refused(form, assigned.refusals)
  return seeOther(context, `${base}/reviews?done=by-hand`)
}

export default function ByHand() {
  const { prefix, number, options } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const list = path(`/organize/${slug}/calls/${call.slug}/reviews`)
  return (
    <>
      <PageHead form={form} title={t('reviewing.organize.byHand')} lead={t('reviewing.organize.byHandLead')} />
      <form method="post" action={`${list}/by-hand`}>
        <TextField
          form={form}
          name="number"
          label={t('reviewing.organize.number')}
          hint={t('reviewing.organize.numberHint', { example: `${prefix}-087` })}
          defaultValue={number}
          dir="ltr"
          maxLength={20}
        />
        <SelectField
          form={form}
          name="accountId"
          label={t('reviewing.organize.reviewer')}
          blank={t('register.chooseOne')}
          options={options}
        />
        <p className="row after">
          <button className="go">{t('reviewing.organize.byHandButton')}</button> <a href={list}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
