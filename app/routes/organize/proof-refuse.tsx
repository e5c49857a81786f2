import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { decideProof } from '#app/registrations/proofs/decide-proof.server.ts'
import { refuseProofSchema } from '#app/registrations/proofs/refuse-form.ts'
import { findProof } from '#app/registrations/proofs/queries.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('question.proofs.refuse'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { services, language } = context
  const proof = await findProof(services.db, { eventId: event.id, proofId: params.proof!, language })
  if (!proof) throw notFound()
  return { id: proof.id, name: proof.fullName || proof.code, isWaiting: proof.state === 'waiting' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, refuseProofSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const decided = await decideProof(context.services.db, {
    eventId: event.id,
    proofId: params.proof!,
    decision: { is: 'refused', reason: parsed.value.reason },
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!decided.ok) return refused(form, decided.refusals)
  return seeOther(context, `/organize/${event.slug}/proofs`)
}

export default function Refuse() {
  const { id, name, isWaiting } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('question.proofs.one', { name: isolate(name) })} />
      {isWaiting ? (
        <form method="post" action={path(`/organize/${slug}/proofs/${id}/refuse`)} className="flow">
          <p>{t('question.proofs.refuseLead')}</p>
          <TextField
            form={form}
            name="reason"
            label={t('question.proofs.reason')}
            hint={t('question.proofs.reasonHint')}
            maxLength={300}
          />
          <p className="row after">
            <button className="go">{t('question.proofs.refuse')}</button>{' '}
            <a href={path(`/organize/${slug}/proofs/${id}`)}>{t('organize.leaveAsIs')}</a>
          </p>
        </form>
      ) : (
        <p>
          {t('question.proofs.decided')} <a href={path(`/organize/${slug}/proofs/${id}`)}>{t('organize.back')}</a>
        </p>
      )}
    </>
  )
}
