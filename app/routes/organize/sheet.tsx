import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { ACCEPT, LARGEST, megabytes } from '#app/files/file-rules.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { receiveSheet } from '#app/participants/round-trip/receive-sheet.server.ts'
import { countChosen } from '#app/participants/runs/count-chosen.server.ts'
import { MOST_ROWS } from '#app/participants/runs/run-kinds.ts'
import { addressOfFilter, filterOfAddress } from '#app/participants/selection/registration-filter.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('run.sheet.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const filter = filterOfAddress(new URL(request.url).searchParams)
  const count = await countChosen(context.services.db, { eventId: event.id, filter, ids: 'all', now: context.now })
  return { count, query: addressOfFilter(filter).toString() }
}

/** Takes the edited file in and leads to what it would change. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request, { files: true })
  const file = form.get('file')
  const received = await receiveSheet(context.services.db, {
    eventId: event.id,
    content: file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
    name: file instanceof File ? file.name : '',
    accountId: signedIn.accountId,
    now: context.now,
  })
  form.delete('file')
  if (!received.ok) return refused(form, received.refusals)
  return seeOther(context, `/organize/${event.slug}/runs/${received.value.runId}`)
}

export default function Sheet() {
  const { count, query } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}`
  const fileOf = (kind: 'csv' | 'xlsx', more = '') =>
    path(`${base}/sheet.${kind}?${[query, more].filter((part) => part !== '').join('&')}`)
  return (
    <>
      <Crumbs trail={[{ to: `${base}/runs`, label: t('run.title') }, { label: t('run.sheet.title') }]} />
      <PageHead form={form} title={t('run.sheet.title')} lead={t('run.sheet.lead')} />
      <Leaf id="take" title={t('run.sheet.take')}>
        <p>
          {t('run.sheet.count', { count })}{' '}
          {query !== '' && (
            <>
              {t('run.sheet.filtered')} <a href={path(`${base}/sheet`)}>{t('run.sheet.everybody')}</a>
            </>
          )}
        </p>
        <p className="row">
          <a className="btn" href={fileOf('xlsx')} download>
            {t('run.sheet.xlsx')}
          </a>{' '}
          <a href={fileOf('csv')} download>
            {t('run.sheet.csv')}
          </a>{' '}
          <a href={fileOf('csv', 'separator=semicolon')} download>
            {t('run.sheet.csvSemicolon')}
          </a>
        </p>
      </Leaf>
      <Leaf id="bring" title={t('run.sheet.bring')}>
        <form method="post" encType="multipart/form-data" noValidate>
          <FileField
            form={form}
            name="file"
            label={t('run.sheet.file')}
            hint={t('run.sheet.fileHint', { megabytes: megabytes(LARGEST.import), rows: MOST_ROWS })}
            accept={ACCEPT.import}
          />
          <p className="row after">
            <button className="go">{t('run.sheet.send')}</button>
          </p>
        </form>
      </Leaf>
      <Leaf id="how" title={t('run.sheet.how')}>
        <ul>
          <li>{t('run.sheet.howCode', { code: t('run.columns.code'), version: t('run.columns.version') })}</li>
          <li>{t('run.sheet.howLeft')}</li>
          <li>{t('run.sheet.howNew')}</li>
          <li>{t('run.sheet.howFormula')}</li>
          <li>{t('run.sheet.howRead')}</li>
        </ul>
      </Leaf>
    </>
  )
}
