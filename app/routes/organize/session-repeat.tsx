import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { daysOfEvent } from '#app/programme/event-days.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { editingSetting } from '#app/programme/sessions/editing-setting.server.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'
import { repeatSession } from '#app/programme/sessions/repeat-session.server.ts'
import { ChecksField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('session.repeat.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const found = await findSession(db, { eventId: event.id, sessionId: params.session! })
  if (!found) throw notFound()
  const { id, title, heldOn, startsTime, endsTime } = found.session
  const setting = await editingSetting(db, { eventId: event.id, language: context.language })
  return { id, title, heldOn, startsTime, endsTime, days: daysOfEvent(setting).filter((day) => day !== heldOn) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const form = await readForm(request)
  const setting = await editingSetting(db, { eventId: event.id, language: context.language })
  const days = daysOfEvent(setting).filter((day) => form.getAll('days').includes(day))
  const repeated = await repeatSession(db, {
    eventId: event.id,
    sessionId: params.session!,
    days,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (repeated.ok) return seeOther(context, `/organize/${event.slug}/programme?saved=1`)
  if (repeated.refusals.some(({ code }) => code === 'gone')) throw notFound()
  return refused(form, repeated.refusals)
}

export default function Repeat() {
  const { id, title, heldOn, startsTime, endsTime, days } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, language } = usePage()
  return (
    <Confirm
      form={form}
      title={t('session.repeat.title')}
      button={t('session.repeat.button')}
      back={`/organize/${slug}/programme/sessions/${id}`}
      isBlocked={days.length === 0}
      fields={
        <ChecksField
          form={form}
          name="days"
          legend={t('session.repeat.days')}
          options={days.map((day) => ({ value: day, label: formatDay(day, language, { weekday: true }) }))}
        />
      }
    >
      <p>
        <b>
          <bdi>{title}</bdi>
        </b>
        <br />
        {formatDay(heldOn, language, { weekday: true })}, {startsTime}–{endsTime}
      </p>
      <p>{days.length === 0 ? t('session.repeat.none') : t('session.repeat.lead')}</p>
    </Confirm>
  )
}
