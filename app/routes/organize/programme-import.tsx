import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { ACCEPT } from '#app/files/file-rules.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { receiveProgramme } from '#app/programme/import/receive-programme.server.ts'
import { COLUMNS } from '#app/programme/sheet/columns.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { describe, fieldClass, HintAndError } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('programme.import'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRight(request, context, params.event!, 'programme')
  return null
}

/** Takes the file in and leads to what it would do. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
  const form = await readForm(request, { files: true })
  const [file, text] = [form.get('file'), form.get('text')]
  const isFile = file instanceof File && (file.size > 0 || file.name !== '')
  const received = await receiveProgramme(context.services.db, {
    eventId: event.id,
    content: isFile
      ? new Uint8Array(await file.arrayBuffer())
      : new TextEncoder().encode(typeof text === 'string' ? text.trim() : ''),
    name: isFile ? file.name : '',
    accountId: signedIn.accountId,
    language: context.language,
    now: context.now,
  })
  if (!received.ok) return refused(form, received.refusals)
  return seeOther(context, `/organize/${event.slug}/programme/import/${received.value.fileId}`)
}

export default function ProgrammeImport() {
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, status } = useDesk()
  const { t, path, feed } = usePage()
  const back = `/organize/${slug}/programme`
  const file = { form, name: 'file', label: t('programme.receive.file'), hint: t('programme.receive.fileHint') }
  return (
    <>
      <ErrorSummary form={form} />
      <Crumbs trail={[{ to: back, label: t('programme.title') }, { label: t('programme.import') }]} />
      <h1>{t('programme.import')}</h1>
      <p className="mute">{t('release.transfer.lead')}</p>
      <section aria-labelledby="export" className="flow after">
        <h2 id="export">{t('release.transfer.export')}</h2>
        <ul>
          <li>
            <a href={path(`${back}.xlsx`)}>{t('release.transfer.xlsx')}</a>
          </li>
          <li>
            <a href={path(`${back}.csv`)}>{t('release.transfer.csv')}</a>
          </li>
          {status !== 'draft' && (
            <li>
              <a href={feed(`/events/${slug}/programme.ics?download`)}>{t('release.transfer.ics')}</a>
            </li>
          )}
        </ul>
        <p className="mute">{t('release.transfer.exportNote')}</p>
      </section>
      <h2 id="import" className="after">
        {t('release.transfer.import')}
      </h2>
      <p className="mute">{t('programme.receive.lead')}</p>
      <form method="post" encType="multipart/form-data" noValidate>
        <div className={fieldClass(file)}>
          <label htmlFor="file">{file.label}</label>
          <HintAndError {...file} />
          <input {...describe(file)} type="file" accept={ACCEPT.programme} />
        </div>
        <TextArea
          form={form}
          name="text"
          label={t('programme.receive.paste')}
          hint={t('programme.receive.pasteHint')}
          rows={6}
          dir="ltr"
          isOptional
        />
        <p className="row after">
          <button className="go">{t('programme.receive.send')}</button> <a href={path(back)}>{t('organize.back')}</a>
        </p>
      </form>
      <section aria-labelledby="sheet" className="flow after">
        <h2 id="sheet">{t('release.transfer.sheetHow')}</h2>
        <ul>
          <li>{t('release.transfer.head')}</li>
          <li>
            {t('release.transfer.columns')}
            {t('mail.colon')} {COLUMNS.map((column) => t(`release.column.${column}`)).join(t('common.listSeparator'))}
          </li>
          <li>{t('release.transfer.known')}</li>
          <li>{t('release.transfer.cells')}</li>
          <li>{t('release.transfer.whole')}</li>
        </ul>
      </section>
      <section aria-labelledby="how" className="flow after">
        <h2 id="how">{t('programme.receive.how')}</h2>
        <ul>
          <li>{t('programme.receive.sameFile')}</li>
          <li>{t('programme.receive.place')}</li>
          <li>{t('programme.receive.unsaid')}</li>
          <li>{t('programme.receive.calledOff')}</li>
        </ul>
      </section>
    </>
  )
}
