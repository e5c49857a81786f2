import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { requireFullCall } from './full-call.server.ts'
import { PageHead } from './page-head.tsx'
import { ReviewerFields } from './reviewer-fields.tsx'
import { useCall } from './use-call.ts'
import { listReviewers } from '#app/applications/reviews/list-reviewers.server.ts'
import { reviewerWishesSchema } from '#app/applications/reviews/reviewer-form.ts'
import { saveReviewer } from '#app/applications/reviews/save-reviewer.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('reviewing.organize.reviewer'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireFullCall(request, context, params)
  const [reviewer] = await listReviewers(context.services.db, call.id, { accountId: params.reviewer! })
  if (!reviewer) throw notFound()
  return { reviewer, choices: call.choices.map(({ code, name }) => ({ code, name })) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call, actor, base } = await requireFullCall(request, context, params)
  const form = await readForm(request)
  const parsed = parseForm(form, reviewerWishesSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const who = { accountId: params.reviewer! }
  const { now } = context
  const saved = await saveReviewer(context.services.db, { call, who, wishes: parsed.value, actor, now })
  if (!saved.ok) return saved.refusals.some(({ code }) => code === 'gone') ? gone() : refused(form, saved.refusals)
  return seeOther(context, `${base}/reviews?done=changed`)
}

function gone(): never {
  throw notFound()
}

export default function Reviewer() {
  const { reviewer, choices } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const list = path(`/organize/${slug}/calls/${call.slug}/reviews`)
  return (
    <>
      <PageHead
        form={form}
        title={<bdi>{reviewer.fullName || reviewer.email}</bdi>}
        lead={<bdi>{reviewer.email}</bdi>}
      />
      <form method="post" action={`${list}/reviewers/${reviewer.accountId}`}>
        <ReviewerFields form={form} choices={choices} saved={reviewer} />
        <p className="row after">
          <button className="go">{t('reviewing.save')}</button> <a href={list}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
