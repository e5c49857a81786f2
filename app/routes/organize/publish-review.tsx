import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { findPublishing } from '#app/events/publishing/request-queries.server.ts'
import { mayChangeReview } from '#app/events/publishing/reviewers.server.ts'
import { setReview } from '#app/events/publishing/set-review.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('publishing.reviewing.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { publishing, mayChange } = await reviewed(args)
  return { needsReview: publishing.needsReview, mayChange }
}

export async function action(args: ActionFunctionArgs) {
  const { publishing, mayChange, signedIn } = await reviewed(args)
  const form = await readForm(args.request)
  if (!mayChange) throw notFound()
  const set = await setReview(args.context.services.db, {
    seriesId: publishing.seriesId,
    isNeeded: !publishing.needsReview,
    now: args.context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!set.ok) return refused(form, set.refusals)
  return seeOther(args.context, `/organize/${publishing.slug}/publish`)
}

async function reviewed({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const publishing = await findPublishing(context.services.db, event.id)
  return { publishing, signedIn, mayChange: mayChangeReview(signedIn.roles, publishing) }
}

export default function Reviewing() {
  const { needsReview, mayChange } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('publishing.reviewing.title')}
      button={t(needsReview ? 'publishing.reviewing.off' : 'publishing.reviewing.on')}
      back={`/organize/${slug}/publish`}
      isBlocked={!mayChange}
    >
      <p>{t(needsReview ? 'publishing.reviewNeeded' : 'publishing.reviewing.isOff')}</p>
      <p>{t(mayChange ? 'publishing.reviewing.all' : 'publishing.reviewing.who')}</p>
    </Confirm>
  )
}
