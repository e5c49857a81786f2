import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCertificateTrack } from './certificates-track.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { textSchema } from '#app/certificates/rule-form.ts'
import { readText, saveText } from '#app/certificates/save-text.server.ts'
import { defaultStatement } from '#app/certificates/statement.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { languageOf } from '#app/locales/languages.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.text.title'))

function languageIn(request: Request) {
  return languageOf(new URL(request.url).searchParams.get('text') ?? '')
}

export async function loader(given: LoaderFunctionArgs) {
  const { event, facts, trackId, title } = await requireCertificateTrack(given)
  const written = languageIn(given.request)
  const stored = await readText(given.context.services.db, { eventId: event.id, trackId, language: written })
  // Of all tracks together the sentence with a track is the one that most of them get.
  const track = trackId === '' && facts.tracks.length === 0 ? null : '{track}'
  return { ...stored, trackId, title, written, standard: defaultStatement(written, { track, hours: facts.hours }) }
}

export async function action(given: ActionFunctionArgs) {
  const { event, trackId, actor } = await requireCertificateTrack(given)
  const form = await readForm(given.request)
  const parsed = parseForm(form, textSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const place = { eventId: event.id, trackId, language: languageIn(given.request) }
  const { services, now } = given.context
  const saved = await saveText(services.db, { ...place, form: parsed.value, actor, now })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(given.context, `/organize/${event.slug}/certificates/rule?saved`)
}

/** What certificates of a track say, in one language. */
export default function Text() {
  const { body, seen, trackId, title, written, standard } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/certificates`
  const track = title ?? t('certificate.rule.allTracks')
  return (
    <>
      <PageHead
        form={form}
        area="certificate"
        title={t('certificate.text.title')}
        lead={t('certificate.text.of', { track, language: languageName(written, language) })}
      />
      <form
        method="post"
        action={path(`${base}/text?${new URLSearchParams({ track: trackId, text: written })}`)}
        noValidate
      >
        <Seen form={form} seen={seen} />
        <TextArea
          form={form}
          name="body"
          label={t('certificate.fields.body')}
          hint={t('certificate.text.hint')}
          lang={written}
          defaultValue={body}
          maxLength={1000}
          isOptional
        />
        <p className="hint">{t('certificate.text.standard', { text: standard })}</p>
        <p className="row after">
          <button className="go">{t('certificate.text.save')}</button>{' '}
          <a href={path(`${base}/rule`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
