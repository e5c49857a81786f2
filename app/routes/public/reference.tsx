import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownReference } from './own-reference.server.ts'
import { ReferenceFields } from './reference-fields.tsx'
import { ReferenceHead } from './reference-head.tsx'
import { ReferenceStranger } from './reference-stranger.tsx'
import { mayUpload } from './upload-limit.server.ts'
import { answerReference } from '#app/applications/referees/answer-reference.server.ts'
import { answerSchema, draftSchema } from '#app/applications/referees/reference-form.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('reference.title') }))

/** Where somebody who was asked for a letter writes it, without an account. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownReference(request, params['referee'], context)
  if (!own) return data({ reference: null, key: '', news: null }, { status: 404, headers: KEYED_PAGE })
  const done = new URL(request.url).searchParams.get('done')
  const news: 'saved' | 'sent' | null = done === 'saved' || (done === 'sent' && own.reference.isAnswered) ? done : null
  return data({ ...own, news }, { headers: KEYED_PAGE })
}

/** Hands the letter in; at the address that ends with `/save` it is kept for later. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await ownReference(request, params['referee'], context)
  if (!own) throw notFound()
  const { reference, key } = own
  const isDraft = new URL(request.url).pathname.endsWith('/save')
  const { services, now } = context
  const uploads = await keepUploads(services.db, await readForm(request, { files: true }), {
    mayTake: () => mayUpload(context),
    secret: services.config.secret,
    eventId: reference.eventId,
    now,
    purposeOf: (field) => (field === 'file' ? 'letter' : null),
  })
  const schema = isDraft ? draftSchema : answerSchema(reference.kind, reference.file !== null)
  const parsed = parseForm(uploads.form, schema, uploads.refusals)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const { letter, pays, releases, file } = parsed.value
  const fileId = file === undefined ? null : (fileOfToken(file)?.id ?? null)
  const facts = { releases, pays }
  const done = await answerReference(services.db, { refereeId: reference.id, letter, fileId, facts, isDraft, now })
  if (!done.ok) {
    const isBusy = done.refusals.some(({ code }) => code === 'busy')
    const form = refusedForm(uploads.form, done.refusals)
    return data({ form }, { status: isBusy ? 503 : 409, headers: KEYED_PAGE })
  }
  const query = new URLSearchParams({ key, done: isDraft ? 'saved' : 'sent' })
  return withoutReferrer(seeOther(context, `/references/${reference.id}?${query}`))
}

export default function Reference() {
  const { reference, key, news } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  if (!reference) return <ReferenceStranger />
  const { standing, kind } = reference
  const query = new URLSearchParams({ key })
  const base = `/references/${reference.id}`
  const mayWrite = standing === 'asked' || standing === 'answered' || standing === 'declined'
  const applicant = isolate(reference.applicant)
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(reference.mark)}>
      <div className="flow intro">
        <ReferenceHead reference={reference} form={form} news={news} />
      </div>
      {mayWrite && (
        <>
          <Leaf id="write" title={t(`reference.write.${kind}`)}>
            {standing === 'asked' && <p>{t(`reference.minutes.${kind}`)}</p>}
            <form
              method="post"
              encType="multipart/form-data"
              action={path(`${base}?${query}`)}
              className="flow"
              noValidate
            >
              <ReferenceFields reference={reference} form={form} />
              <p className="row">
                <button className="go">
                  {t(standing === 'answered' ? 'reference.change' : `reference.send.${kind}`)}
                </button>{' '}
                {standing !== 'answered' && (
                  <button formAction={path(`${base}/save?${query}`)}>{t('reference.saveForLater')}</button>
                )}{' '}
                {standing === 'asked' && <a href={path(`${base}/decline?${query}`)}>{t('reference.cannot')}</a>}
              </p>
            </form>
          </Leaf>
          <Leaf id="privacy" title={t('reference.privacyTitle')}>
            <ul>
              <li>{t(`reference.privacy.readers.${kind}`, { applicant })}</li>
              <li>{t('reference.privacy.change')}</li>
              <li>{t('reference.privacy.address', { applicant })}</li>
            </ul>
            {reference.contactEmail && (
              <p>
                {t('reference.questions')}{' '}
                <a href={`mailto:${reference.contactEmail}`}>
                  <bdi dir="ltr">{reference.contactEmail}</bdi>
                </a>
              </p>
            )}
          </Leaf>
        </>
      )}
    </main>
  )
}
