import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Ask } from './ask.tsx'
import { failed } from './failed.server.ts'
import { Frame } from './frame.tsx'
import { requireReview, reviewFrame } from './review-place.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { passOn } from '#app/applications/reviews/pass-on.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'review' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('reviewing.conflict.title') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, call, number } = await requireReview(request, context, params)
  return { frame: await reviewFrame(context, event.id, call), label: numberLabel(call.numberPrefix, number) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, event, call, number } = await requireReview(request, context, params)
  const form = await readForm(request)
  const { now } = context
  const passed = await passOn(context.services.db, { call, number, accountId, as: 'conflict', now })
  if (!passed.ok) return failed(refusedForm(form, passed.refusals), 409)
  const label = numberLabel(call.numberPrefix, number)
  return seeOther(context, `/review/${event.slug}/${call.slug}?passed=${label}`)
}

/** Whoever knows an applicant says so, and sees the application never again. */
export default function Conflict() {
  const { frame, label } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Frame frame={frame}>
      <Ask
        form={form}
        label={label}
        lead={t('reviewing.conflict.lead')}
        title={t('reviewing.conflict.title')}
        button={t('reviewing.conflict.button')}
        back={`/review/${frame.event.slug}/${frame.call.slug}/${label}`}
      />
    </Frame>
  )
}
