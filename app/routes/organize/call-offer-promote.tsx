import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { confirming, textOf } from './decision-confirm.server.ts'
import { decisionPage } from './decision-page.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { useCall } from './use-call.ts'
import { promote } from '#app/applications/offers/promote.server.ts'
import { proposals } from '#app/applications/offers/proposals.server.ts'
import { reserveCandidates } from '#app/applications/offers/reserve-candidates.server.ts'
import { notFound } from '#app/http/answers.ts'
import { beginning } from '#app/ui/event/words.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.offers.promoteTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call, options } = await decisionPage(request, context, params)
  const given = { callId: call.id, now: context.now }
  const one = (await reserveCandidates(db, given)).find(({ applicationId }) => applicationId === params['application'])
  if (!one) throw notFound()
  const { untilAt, zone } = await proposals(db, given)
  const asked = new URL(request.url).searchParams.get('choice') ?? one.choiceId
  const choice = options.choices.find(({ id }) => id === asked) ?? null
  return { name: one.name, choice, untilAt, zone }
}

export const action = confirming('offers', async (db, given, form, params) => {
  const choiceId = textOf(form, 'choice') || null
  const applicationId = params['application']!
  const promoted = await promote(db, { ...given, applicationId, choiceId, reason: textOf(form, 'reason', 200) })
  if (!promoted.ok && promoted.refusals.some(({ code }) => code === 'gone')) throw notFound()
  return promoted
})

export default function Promote() {
  const { name, choice, untilAt, zone } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { call } = useCall()
  const page = usePage()
  const { t } = page
  return (
    <Confirm
      form={form}
      area="admission"
      title={t('admission.offers.promoteTitle')}
      button={t('admission.offers.promoteButton')}
      back={`/organize/${slug}/calls/${call.slug}/offers/next`}
      isBlocked={untilAt === null}
      fields={
        <>
          <input type="hidden" name="choice" value={choice?.id ?? ''} />
          <TextField
            form={form}
            name="reason"
            label={t('admission.offers.promoteReason')}
            hint={t('admission.offers.promoteReasonHint')}
            maxLength={200}
            isOptional
          />
        </>
      }
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        {choice && <bdi>{choice.name}</bdi>}
      </p>
      <p>
        {untilAt
          ? t('admission.offers.promoteLead', { when: beginning(page, untilAt, { zone, city: null }) })
          : t('admission.offers.promoteLate')}
      </p>
    </Confirm>
  )
}
