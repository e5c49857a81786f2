import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CallChecklist } from './call-checklist.tsx'
import { CallMoments } from './call-moments.tsx'
import { CallPages } from './call-pages.tsx'
import { turningCall } from './call-turning.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import type { CallHead } from '#app/applications/calls/call.ts'
import { callChecklist, callStops } from '#app/applications/calls/call-checklist.ts'
import { openCall } from '#app/applications/calls/change-call-status.server.ts'
import { findCallFacts } from '#app/applications/calls/find-call-facts.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.pagesOf.status'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const checklist = callChecklist(await findCallFacts(context.services.db, call.id, context.language), context.now)
  return { checklist, isReady: callStops(checklist).length === 0 }
}

/** Opens a draft. */
export const action = turningCall(({ db }, change) => openCall(db, change))

export default function CallStatus() {
  const { checklist, isReady } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { call } = useCall()
  const { t, now } = usePage()
  return (
    <>
      <PageHead
        form={form}
        area="call"
        title={t('call.pagesOf.status')}
        lead={t(`call.standing.${isOver(call, now) ? 'over' : call.status}`)}
      />
      <CallPages />
      <CallMoments {...call} />
      {call.status === 'draft' && (
        <>
          <Leaf id="before" title={t('call.status.before')} isWide>
            <CallChecklist items={checklist} />
          </Leaf>
          {isReady ? (
            <form method="post" className="after">
              <p>{t('call.status.openLead')}</p>
              <p className="row after">
                <button className="go">{t('call.status.open')}</button>
              </p>
            </form>
          ) : (
            <Note is="warn">
              <p>{t('call.status.notReady')}</p>
            </Note>
          )}
        </>
      )}
      <Turns />
    </>
  )
}

/** Whether an open call has passed its end. */
function isOver({ status, closesAt }: Pick<CallHead, 'status' | 'closesAt'>, now: string): boolean {
  return status === 'open' && closesAt !== null && closesAt <= now
}

/** What else can become of a call: more time, an early end, a regretful one. */
function Turns() {
  const { slug, call, zone } = useCall()
  const { t, path, now } = usePage()
  const isRunning = call.status === 'open' && !isOver(call, now)
  const base = path(`/organize/${slug}/calls/${call.slug}/details/status`)
  const clock = clockOf(call.closesZone, zone)
  return (
    <>
      {(call.status === 'open' || call.status === 'closed') && (
        <Leaf id="time" title={t(isRunning ? 'call.status.extend' : 'call.status.reopen')} isWide>
          <form method="post" action={`${base}/extend`} className="narrow">
            <MomentField
              form={EMPTY_FORM}
              name="closesAt"
              label={t('call.fields.newEnd')}
              hint={t('call.hints.newEnd', { zone: call.closesZone ?? zone })}
              at={null}
              zone={clock}
            />
            <p className="row after">
              <button>{t(isRunning ? 'call.status.extend' : 'call.status.reopen')}</button>
            </p>
          </form>
        </Leaf>
      )}
      {call.status !== 'cancelled' && (
        <p className="row after">
          {isRunning && <a href={`${base}/close`}>{t('call.status.close')}</a>}{' '}
          <a href={`${base}/cancel`}>{t('call.status.cancel')}</a>
        </p>
      )}
    </>
  )
}
