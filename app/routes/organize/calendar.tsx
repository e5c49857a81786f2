import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CalendarPreview } from './calendar-preview.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { previewEntry } from '#app/calendar/preview-entry.server.ts'
import { calendarSettingsSchema, seenOfSettings } from '#app/events/calendar-settings.ts'
import { findCalendarSettings, saveCalendarSettings } from '#app/events/save-calendar-settings.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { ChoiceField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { isZone } from '#app/values/moment.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('standing.calendar'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db, config } = context.services
  const asked = new URL(request.url).searchParams
  const audience = asked.get('who') === 'participants' ? ('participants' as const) : ('public' as const)
  const reader = { baseUrl: config.baseUrl, language: context.language, audience, uidDomain: config.uidDomain }
  const [settings, previewed] = await Promise.all([
    findCalendarSettings(db, event.id),
    previewEntry(db, reader, event.id),
  ])
  const zone = asked.get('zone') ?? ''
  const chosen = { zone: isZone(zone) ? zone : null, audience }
  return { settings: settings!, seen: seenOfSettings(settings!), previewed, chosen }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, calendarSettingsSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveCalendarSettings(context.services.db, {
    eventId: event.id,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/calendar`)
}

export default function Calendar() {
  const { settings, seen, previewed, chosen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, onlineUrl, zone } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('standing.calendar')} lead={t('standing.calendarLead')} />
      <form method="post" action={path(`/organize/${slug}/calendar`)}>
        <Seen form={form} seen={seen} />
        <ChoiceField
          form={form}
          name="join"
          legend={t('standing.joinWho')}
          hint={onlineUrl === null ? t('standing.joinNone') : undefined}
          defaultValue={settings.isJoinPublic ? 'public' : 'participants'}
          options={[
            {
              value: 'participants',
              label: t('standing.joinParticipants'),
              detail: t('standing.joinParticipantsDetail'),
            },
            { value: 'public', label: t('standing.joinPublic'), detail: t('standing.joinPublicDetail') },
          ]}
        />
        <ChoiceField
          form={form}
          name="rooms"
          legend={t('standing.roomsWho')}
          defaultValue={settings.areRoomsPublic ? 'public' : 'participants'}
          options={[
            { value: 'public', label: t('standing.roomsPublic'), detail: t('standing.roomsPublicDetail') },
            {
              value: 'participants',
              label: t('standing.roomsParticipants'),
              detail: t('standing.roomsParticipantsDetail'),
            },
          ]}
        />
        <ChoiceField
          form={form}
          name="mail"
          legend={t('standing.mailHow')}
          defaultValue={settings.calendarMail}
          options={[
            { value: 'file', label: t('standing.mailFile'), detail: t('standing.mailFileDetail') },
            { value: 'invitation', label: t('standing.mailInvitation'), detail: t('standing.mailInvitationDetail') },
          ]}
        />
        <p className="row after">
          <button className="go">{t('organize.save')}</button>{' '}
          <a href={path(`/organize/${slug}`)}>{t('organize.back')}</a>
        </p>
      </form>
      <CalendarPreview
        previewed={previewed}
        zone={chosen.zone ?? zone}
        audience={chosen.audience}
        mail={settings.calendarMail}
      />
    </>
  )
}
