import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCertificateTrack } from './certificates-track.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { signatoriesSchema } from '#app/certificates/rule-form.ts'
import { readSignatories, saveSignatories } from '#app/certificates/save-signatories.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.signatories.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { event, trackId, title } = await requireCertificateTrack(given)
  const stored = await readSignatories(given.context.services.db, { eventId: event.id, trackId })
  return { ...stored, trackId, title }
}

export async function action(given: ActionFunctionArgs) {
  const { event, trackId, actor } = await requireCertificateTrack(given)
  const form = await readForm(given.request)
  const parsed = parseForm(form, signatoriesSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { services, now } = given.context
  const saved = await saveSignatories(services.db, { eventId: event.id, trackId, form: parsed.value, actor, now })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(given.context, `/organize/${event.slug}/certificates/rule?saved`)
}

/** Who signs the certificates of a track, or of all tracks. */
export default function Signatories() {
  const { signatories, seen, trackId, title } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/certificates`
  return (
    <>
      <PageHead
        form={form}
        area="certificate"
        title={t('certificate.signatories.of', { track: title ?? t('certificate.rule.allTracks') })}
        lead={t('certificate.signatories.lead')}
      />
      <form method="post" action={path(`${base}/signatories?${new URLSearchParams({ track: trackId })}`)} noValidate>
        <Seen form={form} seen={seen} />
        {([1, 2, 3] as const).map((number) => {
          const one = signatories[number - 1]
          return (
            <fieldset key={number}>
              <legend>{t('certificate.signatories.number', { number })}</legend>
              <div className="cols">
                <TextField
                  form={form}
                  name={`name${number}`}
                  label={t('certificate.signatories.name')}
                  defaultValue={one?.fullName}
                  maxLength={200}
                  isOptional
                />
                <TextField
                  form={form}
                  name={`latinName${number}`}
                  label={t('certificate.signatories.latinName')}
                  defaultValue={one?.latinName}
                  dir="ltr"
                  maxLength={200}
                  isOptional
                />
                <TextField
                  form={form}
                  name={`title${number}`}
                  label={t('certificate.signatories.role')}
                  defaultValue={one?.title}
                  maxLength={200}
                  isOptional
                />
              </div>
            </fieldset>
          )
        })}
        <p className="row after">
          <button className="go">{t('certificate.signatories.save')}</button>{' '}
          <a href={path(`${base}/rule`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
