import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { askedApplicationOf } from './application-asked.server.ts'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { useCall } from './use-call.ts'
import { noteApplication } from '#app/applications/desk/note-application.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { optionalText } from '#app/values/fields.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'
import { seenOf } from '#app/values/seen.ts'

const LONGEST = 2000

const schema = z.object({ note: optionalText(LONGEST), seen: z.string().default('') })

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('applicants.one.note'))

export async function loader(args: LoaderFunctionArgs) {
  const { place } = await askedApplicationOf(args)
  return { id: place.id, name: place.fullName || place.code, note: place.note, seen: seenOf(place.note) }
}

export async function action(args: ActionFunctionArgs) {
  const { place, actor, back } = await askedApplicationOf(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await noteApplication(services.db, { applicationId: place.id, ...parsed.value, now, actor })
  return saved.ok ? back('noted') : refused(form, saved.refusals)
}

export default function NoteApplication() {
  const { id, name, note, seen } = useLoaderData<typeof loader>()
  const form: FormState = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const isStale = form.errors['']?.some((message) => message.startsWith('refusal.offer-stale'))
  return (
    <>
      <PageHead form={form} title={t('applicants.one.note')} lead={<bdi>{name}</bdi>} />
      <form method="post">
        <Seen form={form} seen={seen} />
        {isStale && note && (
          <p>
            <b>{t('organize.savedMeanwhile')}</b>
            <br />
            <bdi>{note}</bdi>
          </p>
        )}
        <TextArea
          form={form}
          name="note"
          label={t('applicants.one.note')}
          hint={t('applicants.one.noteHint')}
          isOptional
          rows={8}
          maxLength={LONGEST}
          defaultValue={note}
        />
        <p className="row after">
          <button className="go">{t('organize.save')}</button>{' '}
          <a href={path(`/organize/${slug}/calls/${call.slug}/applications/${id}`)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
