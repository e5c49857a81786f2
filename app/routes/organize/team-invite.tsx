import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { requireTeam } from './team-place.server.ts'
import { listTracks } from '#app/events/editing-queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { inviteToTeam } from '#app/people/team/invite.server.ts'
import { inviteSchema, TEAM_ROLES } from '#app/people/team/team-form.ts'
import { ChoiceField, SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('team.invite'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, team } = await requireTeam(request, context, params.event!)
  const tracks = await listTracks(context.services.db, event.id, context.language)
  return {
    tracks: tracks.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` })),
    maySeries: team.hasSeries,
    wanted: TEAM_ROLES.find((role) => role === new URL(request.url).searchParams.get('role')) ?? null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, team, actor } = await requireTeam(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, inviteSchema)
  if (!parsed.ok) return invalid(parsed.form)
  if (parsed.value.scope === 'series' && !team.hasSeries) throw notFound()
  const invited = await inviteToTeam(context.services.db, { event, form: parsed.value, now: context.now, actor })
  if (!invited.ok) return refused(form, invited.refusals)
  return seeOther(context, `/organize/${event.slug}/team?done=sent`)
}

export default function Invite() {
  const { tracks, maySeries, wanted } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, language } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('team.invite')} lead={t('team.inviteLead')} />
      <form method="post" action={path(`/organize/${slug}/team/new`)}>
        <TextField form={form} name="email" type="email" label={t('team.email')} maxLength={191} />
        <ChoiceField
          form={form}
          name="role"
          legend={t('team.role')}
          defaultValue={wanted ?? undefined}
          options={TEAM_ROLES.map((value) => ({
            value,
            label: t(`account.work.roles.${value}`),
            detail: t(`team.may.${value}`),
          }))}
        />
        {maySeries && (
          <ChoiceField
            form={form}
            name="scope"
            legend={t('team.where')}
            defaultValue="event"
            options={[
              { value: 'event', label: t('team.thisEvent') },
              { value: 'series', label: t('team.allEvents') },
            ]}
          />
        )}
        {tracks.length > 0 && (
          <SelectField
            form={form}
            name="trackId"
            label={t('team.track')}
            hint={t('team.trackHint')}
            blank={t('team.everyTrack')}
            options={tracks}
            isOptional
          />
        )}
        <SelectField
          form={form}
          name="language"
          label={t('team.language')}
          options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={language}
        />
        <p className="row after">
          <button className="go">{t('team.send')}</button>{' '}
          <a href={path(`/organize/${slug}/team`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
