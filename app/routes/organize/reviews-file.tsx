import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { requireUnredacted } from './unredacted-file.server.ts'
import { useCall } from './use-call.ts'
import { Words } from '#app/ui/typed-words.tsx'
import { letterText } from '#app/applications/reviews/letter-text.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { redact } from '#app/applications/reviews/redact.server.ts'
import { ACCEPT, LARGEST, megabytes } from '#app/files/file-rules.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { openUploadToken } from '#app/files/upload-token.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { FileField } from '#app/ui/file-field.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('reviewing.files.one'))

export async function loader(args: LoaderFunctionArgs) {
  const { call, file } = await requireUnredacted(args)
  const { db } = args.context.services
  return {
    ...file,
    label: numberLabel(call.numberPrefix, file.number),
    text: file.isText ? await letterText(db, file.fileId) : null,
  }
}

/** A copy without names, for reviewers. */
export async function action(args: ActionFunctionArgs) {
  const { call, actor, base, event, file } = await requireUnredacted(args)
  const { request, context } = args
  const { db, config } = context.services
  const { secret } = config
  const { form, refusals } = await keepUploads(db, await readForm(request, { files: true }), {
    secret,
    eventId: event.id,
    mayTake: async () => true,
    now: context.now,
    purposeOf: (field) => (field === 'copy' ? 'application' : null),
  })
  if (refusals.length > 0) return invalid(refusedForm(form, refusals))
  const token = form.get('copy')
  const copy = typeof token === 'string' ? openUploadToken(secret, token, context.now) : null
  if (!copy) return invalid({ values: {}, errors: { copy: ['form.chooseFile'] } })
  const redacted = await redact(db, { call, fileId: file.fileId, copyId: copy.id, actor, now: context.now })
  if (!redacted.ok) return refused(form, redacted.refusals)
  return seeOther(context, `${base}/reviews/files?done=1`)
}

export default function File() {
  const { fileId, label, isText, text, copyId, isClean } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const list = path(`/organize/${slug}/calls/${call.slug}/reviews/files`)
  const address = `${list}/${fileId}`
  return (
    <>
      <PageHead form={form} title={<bdi>{label}</bdi>} lead={t('reviewing.files.oneLead')} />
      {text !== null ? (
        <Words text={text} />
      ) : (
        <p>
          <a href={`${address}/original`} download>
            {t('reviewing.files.original')}
          </a>
        </p>
      )}
      <form method="post" action={address} encType="multipart/form-data" className="after">
        {!isText && (
          <FileField
            form={form}
            name="copy"
            label={t('reviewing.files.copy')}
            hint={t('reviewing.files.copyHint', { megabytes: megabytes(LARGEST.application) })}
            accept={ACCEPT.application}
          />
        )}
        {(copyId !== null || isClean) && (
          <p className="mute">{t(copyId !== null ? 'reviewing.files.hasCopy' : 'reviewing.files.isClean')}</p>
        )}
        <p className="row after">
          {!isText && <button className="go">{t('reviewing.files.useCopy')}</button>}{' '}
          <button className={isText ? 'go' : undefined} formAction={`${address}/clean`} formNoValidate>
            {t('reviewing.files.clean')}
          </button>{' '}
          <a href={list}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
