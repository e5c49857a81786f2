import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { Telling } from './telling.tsx'
import { isTelling } from './told-answer.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { countActive } from '#app/participants/event-queries.server.ts'
import { postponeAndTell } from '#app/registrations/telling/change-standing.server.ts'
import { countTold } from '#app/registrations/telling/told.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('standing.postpone'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [seats, told] = await Promise.all([countActive(db, event.id), countTold(db, event.id, 'event-postponed')])
  return { seats, told }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const postponed = await postponeAndTell(context.services.db, {
    eventId: event.id,
    isTold: isTelling(form),
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!postponed.ok) return refused(form, postponed.refusals)
  return seeOther(context, `/organize/${event.slug}`)
}

export default function Postpone() {
  const { seats, told } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, status, title, postponedAt, endsAt } = useDesk()
  const { t, path, now } = usePage()
  const why =
    status !== 'published'
      ? t('organize.notPublished')
      : postponedAt !== null
        ? t('standing.postponeBlocked')
        : endsAt <= now
          ? t('standing.reinstateOver')
          : null
  return (
    <Confirm
      form={form}
      title={t('standing.postponeTitle')}
      button={t('standing.postponeButton')}
      fields={<Telling form={form} count={told} told="now" />}
      back={`/organize/${slug}`}
      isBlocked={why !== null}
    >
      {why !== null ? (
        <p>{why}</p>
      ) : (
        <>
          <p>
            <b>
              <bdi>{title}</bdi>
            </b>
          </p>
          <p>{t('standing.postponeLead')}</p>
          <ul>
            <li>{t('standing.postponePublic')}</li>
            <li>{t('standing.postponeSeats', { count: seats })}</li>
            <li>{t('standing.postponeAfter')}</li>
          </ul>
        </>
      )}
      <p className="row">
        <a href={path(`/organize/${slug}/details`)}>{t('standing.toDetails')}</a>
      </p>
    </Confirm>
  )
}
