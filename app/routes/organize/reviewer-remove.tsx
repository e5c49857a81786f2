import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { requireFullCall } from './full-call.server.ts'
import { useCall } from './use-call.ts'
import { listReviewers } from '#app/applications/reviews/list-reviewers.server.ts'
import { removeReviewer } from '#app/applications/reviews/remove-reviewer.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('reviewing.organize.removeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireFullCall(request, context, params)
  const [reviewer] = await listReviewers(context.services.db, call.id, { accountId: params.reviewer! })
  if (!reviewer) throw notFound()
  const { fullName, email, counts } = reviewer
  return { name: fullName || email, open: counts.assigned + counts.started, submitted: counts.submitted }
}

/** Whoever removes what somebody else removed a moment ago has what they wanted. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call, actor, base } = await requireFullCall(request, context, params)
  const form = await readForm(request)
  const accountId = params.reviewer!
  const removed = await removeReviewer(context.services.db, { call, accountId, actor, now: context.now })
  if (!removed.ok && removed.refusals.some(({ code }) => code === 'busy')) return refused(form, removed.refusals)
  return seeOther(context, `${base}/reviews?done=removed&count=${removed.ok ? removed.value.open : 0}`)
}

export default function Remove() {
  const { name, open, submitted } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('reviewing.organize.removeTitle')}
      button={t('reviewing.organize.removeButton')}
      back={`/organize/${slug}/calls/${call.slug}/reviews`}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t('reviewing.organize.removeLead', { open, submitted })}</p>
    </Confirm>
  )
}
