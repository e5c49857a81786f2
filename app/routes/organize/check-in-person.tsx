import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CheckInActs } from './check-in-acts.tsx'
import { CheckInAnswer } from './check-in-answer.tsx'
import { readDesk } from './check-in-desk.server.ts'
import { CheckInFacts } from './check-in-facts.tsx'
import { CheckInScan } from './check-in-scan.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { checkIn, judgeAt } from '#app/attendance/desk/check-in.server.ts'
import { findTicket } from '#app/attendance/desk/find-ticket.server.ts'
import { isVerdict } from '#app/attendance/verdict.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('checkIn.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { event, address, doors, door, desk, query } = await readDesk(args)
  const { services, language } = args.context
  const by = { registrationId: args.params['registration']! }
  const [found, { tracks }] = await Promise.all([
    findTicket(services.db, { eventId: event.id, by, slot: door.key, language }),
    listNames(services.db, { eventId: event.id }, language),
  ])
  if (!found?.holder) throw notFound()
  const judgement = judgeAt(found, { door, today: doors.today })
  return {
    holder: found.holder,
    days: found.ticket.days,
    due: found.ticket.due,
    isConfirmed: found.ticket.state === 'confirmed',
    isHere: found.ticket.here !== null,
    judgement,
    zone: doors.zone,
    tracks,
    door: { key: door.key, title: door.title },
    desk,
    query,
    isIn: address.has('in') && judgement.verdict === 'already-here',
    undone: address.has('undone'),
  }
}

/** Lets one person in, in spite of a verdict where the form says so. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request)
  const { event, signedIn, doors, door, desk, query } = await readDesk(args, form)
  const { services, language, now } = args.context
  const overrule = form.get('overrule')
  const registrationId = args.params['registration']!
  const done = await checkIn(services.db, {
    event,
    by: { registrationId },
    door,
    today: doors.today,
    desk,
    overrule: typeof overrule === 'string' && isVerdict(overrule) ? overrule : null,
    accountId: signedIn.accountId,
    language,
    now,
  })
  if (!done.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '1' } })
  if (!done.value.holder) throw notFound()
  const said = new URLSearchParams([...new URLSearchParams(query), ...(done.value.isIn ? [['in', '1']] : [])])
  return seeOther(args.context, `/organize/${event.slug}/check-in/${registrationId}?${said}`)
}

export type CheckInPersonData = ReturnType<typeof useLoaderData<typeof loader>>

/** One person at the desk: the answer, who they are, and what can be done. */
export default function CheckInPerson() {
  const shown = useLoaderData<typeof loader>()
  const { holder, desk, door, query } = shown
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <>
      <Crumbs
        trail={[
          { to: `/organize/${slug}/check-in?${query}`, label: t('checkIn.title') },
          { label: <bdi dir="ltr">{holder.code}</bdi> },
        ]}
      />
      <div className="row">
        <h1>
          <bdi>{holder.fullName || t('registrant.unnamed')}</bdi>
        </h1>
      </div>
      {shown.undone && (
        <p role="status">
          <b>{t('checkIn.undone')}</b>
        </p>
      )}
      <CheckInAnswer {...shown} />
      <CheckInActs {...shown} slug={slug} />
      <CheckInFacts {...shown} />
      <CheckInScan slug={slug} desk={desk} door={door.key} />
    </>
  )
}
