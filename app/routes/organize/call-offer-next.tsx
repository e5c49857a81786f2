import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CallOfferProposal } from './call-offer-proposal.tsx'
import { decisionPage } from './decision-page.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { proposals } from '#app/applications/offers/proposals.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.offers.nextTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call, options } = await decisionPage(request, context, params)
  const found = await proposals(db, { callId: call.id, now: context.now })
  const shown = found.proposals.map(({ choiceId, free, next, isOwnList, passed }) => ({
    choiceId,
    free,
    isOwnList,
    next: next && { applicationId: next.applicationId, name: next.name, place: next.place },
    passed: passed.map(({ candidate, why }) => ({ name: candidate.name, place: candidate.place, why })),
  }))
  return { proposals: shown, isLate: found.untilAt === null, isByRule: found.isByRule, options }
}

export type ShownProposal = Awaited<ReturnType<typeof loader>>['proposals'][number]

export default function Next() {
  const { proposals, isLate, isByRule, options } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { call } = useCall()
  const { t } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/offers`
  return (
    <>
      <PageHead form={EMPTY_FORM} title={t('admission.offers.nextTitle')} lead={t('admission.offers.nextLead')} />
      {(isLate || isByRule) && (
        <Note {...(isLate ? { is: 'warn' as const } : {})}>
          <p>{isLate ? t('admission.offers.promoteLate') : t('admission.offers.byRule')}</p>
        </Note>
      )}
      {proposals.map((proposal) => (
        <CallOfferProposal
          key={proposal.choiceId}
          proposal={proposal}
          name={options.choices.find(({ id }) => id === proposal.choiceId)?.name ?? call.title}
          base={base}
          isLate={isLate}
        />
      ))}
    </>
  )
}
