import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { countParticipants } from '#app/participants/queries.server.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'
import { freezeRoster } from '#app/participants/rosters/freeze-roster.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('roster.freezeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [roster, count] = await Promise.all([
    findRoster(db, event.id),
    countParticipants(db, { eventId: event.id, trackIds: 'all' }),
  ])
  return { isFrozen: roster.frozenAt !== null, count }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const frozen = await freezeRoster(context.services.db, {
    eventId: event.id,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!frozen.ok) return refused(form, frozen.refusals)
  return seeOther(context, `/organize/${event.slug}/roster`)
}

export default function Freeze() {
  const { isFrozen, count } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, status } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('roster.freezeTitle')}
      button={t('roster.freezeButton')}
      back={`/organize/${slug}/roster`}
      isBlocked={isFrozen || status !== 'published'}
    >
      <p>{t('roster.freezeLead', { count })}</p>
      <p>{t('roster.freezeTells')}</p>
    </Confirm>
  )
}
