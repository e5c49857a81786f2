import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { listEventPeople, listTracks } from '#app/events/editing-queries.server.ts'
import { EVENT_PERSON_ROLES, eventPersonSchema } from '#app/events/event-person-form.ts'
import { seenPerson } from '#app/events/seen-person.ts'
import { saveEventPerson } from '#app/events/save-event-person.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { CountryField, SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.people.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const [people, tracks] = await Promise.all([
    listEventPeople(db, event.id),
    listTracks(db, event.id, context.language),
  ])
  const person = people.find(({ id }) => id === params.person) ?? null
  if (!person && params.person !== 'new' && !isGone(context)) throw notFound()
  const options = tracks.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))
  return { person, seen: person ? seenPerson(person) : '', tracks: options }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
  const form = await readForm(request)
  const parsed = parseForm(form, eventPersonSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveEventPerson(context.services.db, {
    eventId: event.id,
    personId: params.person === 'new' ? null : params.person!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/people`)
}

export default function Person() {
  const { person, seen, tracks } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={person ? t('organize.people.edit') : t('organize.people.add')} />
      <form method="post" action={path(`/organize/${slug}/people/${person?.id ?? 'new'}`)}>
        <SavedMeanwhile
          form={form}
          seen={seen}
          rows={(['fullName', 'latinName', 'affiliation', 'country'] as const).map((name) => ({
            name,
            label: t(`organize.fields.${name}`),
            saved: person?.[name] ?? '',
          }))}
        />
        <TextField
          form={form}
          name="fullName"
          label={t('organize.fields.fullName')}
          hint={t('organize.people.nameHint')}
          defaultValue={person?.fullName}
          maxLength={200}
        />
        <TextField
          form={form}
          name="latinName"
          label={t('organize.fields.latinName')}
          hint={t('organize.people.latinHint')}
          defaultValue={person?.latinName}
          maxLength={200}
          isOptional
        />
        <SelectField
          form={form}
          name="role"
          label={t('organize.people.role')}
          options={EVENT_PERSON_ROLES.map((value) => ({ value, label: t(`event.people.roles.${value}`) }))}
          defaultValue={person?.role ?? 'lead-instructor'}
        />
        {tracks.length > 0 && (
          <SelectField
            form={form}
            name="trackId"
            label={t('organize.track')}
            blank={t('organize.wholeEvent')}
            options={tracks}
            defaultValue={person?.trackId}
            isOptional
          />
        )}
        <TextField
          form={form}
          name="affiliation"
          label={t('organize.people.affiliation')}
          defaultValue={person?.affiliation}
          maxLength={200}
          isOptional
        />
        <CountryField
          form={form}
          name="country"
          label={t('organize.country')}
          defaultValue={person?.country}
          isOptional
        />
        <p className="row after">
          <button className="go">{t('organize.people.save')}</button>{' '}
          <a href={path(`/organize/${slug}/people`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
