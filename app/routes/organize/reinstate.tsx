import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { Telling } from './telling.tsx'
import { isTelling } from './told-answer.ts'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { reinstateAndTell } from '#app/registrations/telling/change-standing.server.ts'
import { countTold } from '#app/registrations/telling/told.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('standing.reinstate'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return { told: await countTold(context.services.db, event.id, 'event-reinstated') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const reinstated = await reinstateAndTell(context.services.db, {
    eventId: event.id,
    isTold: isTelling(form),
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!reinstated.ok) return refused(form, reinstated.refusals)
  return seeOther(context, `/organize/${event.slug}`)
}

export default function Reinstate() {
  const { told } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const event = useDesk()
  const { t, language, path, now } = usePage()
  const isCancelled = event.status === 'cancelled' && event.publishedAt !== null
  const hasNoDate = isPostponed(event)
  const isOver = event.endsAt <= now
  return (
    <Confirm
      form={form}
      title={t('standing.reinstateTitle')}
      button={t('standing.reinstateButton')}
      fields={<Telling form={form} count={told} told={isCancelled ? 'again' : 'now'} />}
      back={`/organize/${event.slug}`}
      isBlocked={isOver || (!isCancelled && !hasNoDate)}
    >
      {isCancelled || hasNoDate ? (
        <>
          <p>
            <b>
              <bdi>{event.title}</bdi>
            </b>
          </p>
          <ul>
            <li>
              {t('standing.reinstateDate', {
                days: formatDays(event.startsOn, event.endsOn, language, { weekday: true }),
              })}
            </li>
            <li>{t('standing.reinstatePublic')}</li>
            {hasNoDate && <li>{t('standing.reinstateKept')}</li>}
          </ul>
          {isCancelled && (
            <Note is="warn">
              <p>{t('standing.reinstateSeats')}</p>
            </Note>
          )}
          {isOver && <p>{t('standing.reinstateOver')}</p>}
          <p className="row">
            <a href={path(`/organize/${event.slug}/details`)}>{t('standing.toDetails')}</a>
          </p>
        </>
      ) : (
        <p>{t('standing.reinstateBlocked')}</p>
      )}
    </Confirm>
  )
}
