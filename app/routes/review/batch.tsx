import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BatchPreview } from './batch-preview.tsx'
import { requireBatch, sentRows } from './batch-reading.server.ts'
import { Frame } from './frame.tsx'
import { reviewFrame } from './review-place.server.ts'
import { openReviews } from '#app/applications/reviews/open-reviews.server.ts'
import { planBatch } from '#app/applications/reviews/plan-batch.server.ts'
import { ACCEPT } from '#app/files/file-rules.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'review' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('reviewing.offline') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId, event, call } = await requireBatch(request, context, params)
  const open = await openReviews(context.services.db, { callId: call.id, accountId })
  const applied = new URL(request.url).searchParams.get('applied')
  return {
    frame: await reviewFrame(context, event.id, call),
    open: open.length,
    applied: applied === null ? null : Number(applied),
  }
}

/** Looks at a sheet that came back; nothing is saved. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, call } = await requireBatch(request, context, params)
  const form = await readForm(request, { files: true })
  const sent = await sentRows(call, form)
  if (!sent.ok) return data({ form: refusedForm(form, sent.refusals), preview: null, text: '' }, { status: 422 })
  const planned = await planBatch(context.services.db, { call, accountId, rows: sent.rows })
  const preview = planned.map(({ row: _row, ...shown }) => shown)
  return data({ form: EMPTY_FORM, preview, text: sent.text }, { status: 200 })
}

/** A queue taken along to where there is no line, and brought back. */
export default function Batch() {
  const { frame, open, applied } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const base = path(`/review/${frame.event.slug}/${frame.call.slug}`)
  return (
    <Frame frame={frame}>
      <ErrorSummary form={form} />
      {applied !== null && (
        <Note is="ok">
          <p role="status">{t('reviewing.batch.applied', { count: applied })}</p>
        </Note>
      )}
      <h1>{t('reviewing.offline')}</h1>
      <p className="mute">{t('reviewing.batch.lead')}</p>
      {answer?.preview && <BatchPreview rows={answer.preview} text={answer.text} address={`${base}/batch/apply`} />}
      <Leaf id="away" title={t('reviewing.batch.read')} isWide>
        {open === 0 ? (
          <p>{t('reviewing.batch.none')}</p>
        ) : (
          <ul>
            <li>
              <a href={`${base}/batch.html`} download>
                {t('reviewing.batch.html')}
              </a>
            </li>
            <li>
              <a href={`${base}/batch.csv`} download>
                {t('reviewing.batch.csv')}
              </a>
            </li>
            <li>
              <a href={`${base}/batch.xlsx`} download>
                {t('reviewing.batch.xlsx')}
              </a>
            </li>
          </ul>
        )}
        <p className="mute">{t('reviewing.batch.columns')}</p>
      </Leaf>
      <Leaf id="back" title={t('reviewing.batch.back')} isWide>
        <form method="post" action={`${base}/batch`} encType="multipart/form-data">
          <FileField
            form={EMPTY_FORM === form ? form : { ...form, values: {} }}
            name="file"
            label={t('reviewing.batch.file')}
            hint={t('reviewing.batch.fileHint')}
            accept={ACCEPT.import}
            isOptional
          />
          <TextArea
            form={form}
            name="text"
            label={t('reviewing.batch.text')}
            hint={t('reviewing.batch.textHint')}
            dir="ltr"
            isOptional
          />
          <p className="row after">
            <button className={answer?.preview ? undefined : 'go'}>{t('reviewing.batch.look')}</button>
          </p>
        </form>
      </Leaf>
    </Frame>
  )
}
