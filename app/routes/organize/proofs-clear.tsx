import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { clearEligible, countEligible } from '#app/registrations/proofs/add-eligible.server.ts'
import { LISTED } from '#app/registrations/proofs/lists-form.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('question.proofs.clearTitle'))

function listOf(named: string | undefined) {
  const eligibility = LISTED.find((one) => one === named)
  if (!eligibility) throw notFound()
  return eligibility
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const eligibility = listOf(params.eligibility)
  const counts = await countEligible(context.services.db, event.id)
  return { eligibility, count: counts.get(eligibility) ?? 0 }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const cleared = await clearEligible(context.services.db, {
    eventId: event.id,
    eligibility: listOf(params.eligibility),
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!cleared.ok) return refused(form, cleared.refusals)
  return seeOther(context, `/organize/${event.slug}/proofs/lists`)
}

export default function Clear() {
  const { eligibility, count } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('question.proofs.clearTitle')}
      button={t('question.proofs.clear')}
      back={`/organize/${slug}/proofs/lists`}
    >
      <p>
        <b>{t(`question.proofs.eligibility.${eligibility}`)}</b>: {t('question.proofs.onList', { count })}
      </p>
      <p>{t('question.proofs.clearLead')}</p>
    </Confirm>
  )
}
