import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { RosterDecision } from './roster-decision.tsx'
import { RosterKpis } from './roster-kpis.tsx'
import { RosterPlan } from './roster-plan.tsx'
import { RosterRisks } from './roster-risks.tsx'
import { RosterStanding } from './roster-standing.tsx'
import { RosterTracks } from './roster-tracks.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { decideRoster } from '#app/participants/rosters/decide-roster.server.ts'
import { decisionFacts } from '#app/participants/rosters/decision-facts.server.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'
import { riskCounts } from '#app/participants/rosters/risk-counts.server.ts'
import { rosterDecisionSchema } from '#app/participants/rosters/roster-form.ts'
import { taughtEvent } from '#app/participants/home/taught-event.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { wallClock } from '#app/values/moment.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('roster.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { services, language, now } = context
  const { db } = services
  const [roster, { zone, city }, risks] = await Promise.all([
    findRoster(db, event.id),
    taughtEvent(db, event.id),
    riskCounts(db, event.id, now),
  ])
  const today = wallClock(now, zone).day
  const facts = await decisionFacts(db, { eventId: event.id, language, today })
  return { roster, city, risks, facts, isSaved: new URL(request.url).searchParams.has('saved') }
}

/** Writes down whether the event is held. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, rosterDecisionSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const decided = await decideRoster(context.services.db, {
    eventId: event.id,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!decided.ok) return refused(form, decided.refusals)
  return seeOther(context, `/organize/${event.slug}/roster?saved=1`)
}

export default function Roster() {
  const { roster, city, risks, facts, isSaved } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { status, postponedAt } = useDesk()
  const { t } = usePage()
  return (
    <>
      <PageHead form={form} area="roster" title={t('roster.title')} lead={t('roster.lead')} />
      {isSaved && (
        <Note is="ok">
          <p role="status">{t('roster.saved')}</p>
        </Note>
      )}
      {(status !== 'published' || postponedAt !== null) && (
        <Note is="warn">
          <p>{t('roster.offNote')}</p>
        </Note>
      )}
      <RosterStanding roster={roster} city={city} />
      <RosterKpis roster={roster} facts={facts} risks={risks} />
      <RosterDecision roster={roster} form={form} />
      <RosterRisks risks={risks} tasks={facts.tasks} />
      <RosterTracks facts={facts} />
      <RosterPlan roster={roster} />
    </>
  )
}
