import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { askedRegistrationOf } from './registration-asked.server.ts'
import { Seen } from './seen.tsx'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { saveNote } from '#app/registrations/on-behalf/save-note.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { optionalText } from '#app/values/fields.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'
import { seenOf } from '#app/values/seen.ts'

const LONGEST = 2000

const schema = z.object({ note: optionalText(LONGEST), seen: z.string().default('') })

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.columns.note'))

export async function loader(args: LoaderFunctionArgs) {
  const { place } = await askedRegistrationOf(args)
  return { id: place.id, name: place.fullName || place.code, note: place.note, seen: seenOf(place.note ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  const { event, place, actor, back } = await askedRegistrationOf(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveNote(services.db, {
    eventId: event.id,
    registrationId: place.id,
    ...parsed.value,
    now,
    actor,
  })
  return saved.ok ? back('noted') : refused(form, saved.refusals)
}

export default function Note() {
  const { id, name, note, seen } = useLoaderData<typeof loader>()
  const form: FormState = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('registrant.columns.note')} lead={<bdi>{name}</bdi>} />
      <form method="post">
        <Seen form={form} seen={seen} />
        {form.errors['']?.some((message) => message.startsWith('refusal.offer-stale')) && note && (
          <p>
            <b>{t('organize.savedMeanwhile')}</b>
            <br />
            <bdi>{note}</bdi>
          </p>
        )}
        <TextArea
          form={form}
          name="note"
          label={t('registrant.columns.note')}
          hint={t('registrant.noteHint')}
          isOptional
          maxLength={LONGEST}
          defaultValue={note}
        />
        <p className="row after">
          <button className="go">{t('organize.save')}</button>{' '}
          <a href={path(`/organize/${slug}/registrations/${id}`)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
