import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { hasEnded } from '#app/calendar/is-postponed.ts'
import { issueCertificates } from '#app/certificates/issue-certificates.server.ts'
import { countStandings } from '#app/certificates/page-of-standings.server.ts'
import { anybodySigns } from '#app/certificates/save-signatories.server.ts'
import { REASONS } from '#app/certificates/who-gets-one.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.issue.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const [counts, isSigned] = await Promise.all([
    countStandings(db, { eventId: event.id, trackIds: 'all', now: context.now }),
    anybodySigns(db, event.id),
  ])
  return { counts, isSigned }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const form = await readForm(request)
  const { db, config } = context.services
  const issued = await issueCertificates(db, config, {
    eventId: event.id,
    accountId: signedIn.accountId,
    now: context.now,
  })
  if (!issued.ok) return refused(form, issued.refusals)
  return seeOther(context, `/organize/${event.slug}/certificates?issue=${issued.value.issued}`)
}

/** Says how many get one and how many do not, before it is done. */
export default function Issue() {
  const { counts, isSigned } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const event = useDesk()
  const { t, now } = usePage()
  const reasons = REASONS.filter((reason) => counts[reason] > 0)
  return (
    <Confirm
      form={form}
      title={t('certificate.issue.title')}
      button={t('certificate.issue.button')}
      back={`/organize/${event.slug}/certificates`}
      isBlocked={counts.gets === 0}
    >
      <p className="lead">
        {counts.gets === 0 ? t('certificate.issue.nobody') : t('certificate.issue.lead', { count: counts.gets })}
      </p>
      {counts.none > 0 && (
        <>
          <p>{t('certificate.issue.rest', { count: counts.none })}</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>
                {t('common.labelled', { label: t(`certificate.reasons.${reason}`), text: String(counts[reason]) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {!hasEnded(event, now) && (
        <Note is="warn">
          <p>{t('certificate.issue.early')}</p>
        </Note>
      )}
      {!isSigned && (
        <Note is="warn">
          <p>{t('certificate.issue.unsigned')}</p>
        </Note>
      )}
    </Confirm>
  )
}
