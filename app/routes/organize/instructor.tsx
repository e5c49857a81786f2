import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { listTracks } from '#app/events/editing-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { grantRole } from '#app/people/grant-role.server.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { email } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.listAccess.give'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const tracks = await listTracks(context.services.db, event.id, context.language)
  return { tracks: tracks.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` })) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const tracks = await listTracks(db, event.id, context.language)
  const isTrack = (trackId: string) => tracks.some(({ id }) => id === trackId)
  const form = await readForm(request)
  const parsed = parseForm(
    form,
    z.object({ email: email(), trackId: z.string().refine(isTrack, 'refusal.unknown-track').optional() }),
  )
  if (!parsed.ok) return invalid(parsed.form)
  const granted = await grantRole(db, {
    ...parsed.value,
    language: context.language,
    role: 'instructor',
    scope: 'event',
    scopeId: event.id,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!granted.ok) return refused(form, granted.refusals)
  return seeOther(context, `/organize/${event.slug}/people`)
}

export default function Instructor() {
  const { tracks } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('organize.listAccess.give')} lead={t('organize.listAccess.giveLead')} />
      <form method="post">
        <TextField form={form} name="email" type="email" label={t('organize.fields.email')} maxLength={191} />
        {tracks.length > 0 && (
          <SelectField
            form={form}
            name="trackId"
            label={t('organize.track')}
            blank={t('organize.wholeEvent')}
            options={tracks}
            isOptional
          />
        )}
        <p className="row after">
          <button className="go">{t('organize.listAccess.give')}</button>{' '}
          <a href={path(`/organize/${slug}/people`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
