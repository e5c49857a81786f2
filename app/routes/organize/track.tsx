import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { languageOptions } from './choices.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { TextIn, textOf } from './text-in.tsx'
import { PageHead } from './page-head.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { listTracks } from '#app/events/editing-queries.server.ts'
import { saveTrack } from '#app/events/save-track.server.ts'
import { seenTrack, trackSchema } from '#app/events/track-form.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.track'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  if (params.track === 'new') return { track: null, seen: {}, unseen: '', wanted: null }
  const tracks = await listTracks(context.services.db, event.id, context.language)
  const track = tracks.find(({ id }) => id === params.track) ?? null
  if (!track && !isGone(context)) throw notFound()
  // What stands in each language, and what stands of it in a language that it has no text in yet.
  const seen = Object.fromEntries((track?.texts ?? []).map((text) => [text.language, seenTrack(track!, text)]))
  const unseen = track ? seenTrack(track, undefined) : ''
  return { track, seen, unseen, wanted: new URL(request.url).searchParams.get('text') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
  const form = await readForm(request)
  const parsed = parseForm(form, trackSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveTrack(context.services.db, {
    eventId: event.id,
    trackId: params.track === 'new' ? null : params.track!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/tracks`)
}

export default function Track() {
  const { track, wanted, unseen, ...loaded } = useLoaderData<typeof loader>()
  const seen: Record<string, string> = loaded.seen
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const event = useDesk()
  const { t, language, path } = usePage()
  const { code, text, languages } = textOf(track?.texts ?? [], form.values.textLanguage?.[0] ?? wanted, event.language)
  const address = `/organize/${event.slug}/tracks/${track?.id ?? 'new'}`
  return (
    <>
      <PageHead form={form} title={track ? t('organize.editTrack') : t('organize.addTrack')} />
      {track && <TextIn address={address} code={code} languages={languages} />}
      <form method="post" action={path(address)}>
        <input type="hidden" name="textLanguage" value={code} />
        <SavedMeanwhile
          form={form}
          seen={seen[code] ?? unseen}
          rows={[
            { name: 'code', label: t('organize.trackCode'), saved: track?.code ?? '' },
            { name: 'title', label: t('organize.trackTitle'), saved: text?.title ?? '' },
            { name: 'room', label: t('organize.room'), saved: track?.room ?? '' },
            { name: 'summary', label: t('organize.summary'), saved: text?.summary ?? '' },
            { name: 'prerequisites', label: t('organize.prerequisites'), saved: text?.prerequisites ?? '' },
          ]}
        />
        <TextField
          form={form}
          name="code"
          label={t('organize.trackCode')}
          hint={t('organize.trackCodeHint')}
          defaultValue={track?.code}
          dir="ltr"
          maxLength={20}
        />
        <TextField
          form={form}
          name="title"
          label={t('organize.trackTitle')}
          defaultValue={text?.title}
          lang={code}
          maxLength={200}
        />
        <SelectField
          form={form}
          name="language"
          label={t('organize.trackLanguage')}
          options={languageOptions(language, track ? [track.language] : [])}
          defaultValue={track?.language ?? event.language}
        />
        <SelectField
          form={form}
          name="level"
          label={t('organize.level')}
          blank={t('organize.noLevel')}
          options={(['introductory', 'intermediate', 'advanced'] as const).map((value) => ({
            value,
            label: t(`organize.levels.${value}`),
          }))}
          defaultValue={track?.level}
          isOptional
        />
        <TextField
          form={form}
          name="room"
          label={t('organize.room')}
          defaultValue={track?.room}
          maxLength={120}
          isOptional
        />
        <TextArea
          form={form}
          name="summary"
          label={t('organize.summary')}
          rows={3}
          defaultValue={text?.summary}
          lang={code}
          maxLength={1000}
          isOptional
        />
        <TextArea
          form={form}
          name="prerequisites"
          label={t('organize.prerequisites')}
          rows={3}
          defaultValue={text?.prerequisites}
          lang={code}
          maxLength={1000}
          isOptional
        />
        <p className="row after">
          <button className="go">{t('organize.saveTrack')}</button>{' '}
          <a href={path(`/organize/${event.slug}/tracks`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
