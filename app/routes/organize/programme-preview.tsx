import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { ImportForm } from './import-form.tsx'
import { ImportNotes } from './import-notes.tsx'
import { ImportTables } from './import-tables.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { importProgramme } from '#app/programme/import/import-programme.server.ts'
import { totalsOf } from '#app/programme/import/import-plan.ts'
import { findImportReport } from '#app/programme/import/import-report.server.ts'
import { findProgrammeFile, previewImport } from '#app/programme/import/preview-import.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('programme.preview.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const { db, config } = context.services
  const file = await findProgrammeFile(db, event.id, params.import!)
  if (!file) throw notFound()
  const [plan, report] = await Promise.all([
    previewImport(db, { eventId: event.id, content: file.content, site: config }),
    findImportReport(db, file.id),
  ])
  if (!plan) throw notFound()
  return { fileId: file.id, name: file.name, plan: { ...plan, entries: plan.entries.map(shownOf) }, report }
}

/** Without the long texts: of those the page shows what changes. */
function shownOf(entry: NonNullable<Awaited<ReturnType<typeof previewImport>>>['entries'][number]) {
  const { line, title, when, notes } = entry
  return {
    line,
    title,
    when,
    notes,
    is: entry.is,
    room: entry.is === 'new' ? entry.fields.room : null,
    changes: entry.is === 'changed' ? entry.changes : [],
    problems: entry.is === 'refused' ? entry.problems : [],
    why: entry.is === 'left-out' ? entry.why : null,
  }
}

export type ShownPlan = Awaited<ReturnType<typeof loader>>['plan']

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
  const { db, config } = context.services
  const file = await findProgrammeFile(db, event.id, params.import!)
  if (!file) throw notFound()
  const form = await readForm(request)
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const imported = await importProgramme(db, {
    eventId: event.id,
    file,
    site: config,
    seen: texts('seen')[0] ?? '',
    remove: texts('remove'),
    isPublic: !texts('shown').includes('organizers'),
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!imported.ok) return refused(form, imported.refusals)
  return seeOther(context, `/organize/${event.slug}/programme/import/${file.id}`)
}

export default function ProgrammePreview() {
  const { fileId, name, plan, report } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, language, path } = usePage()
  const base = `/organize/${slug}/programme`
  const here = `${base}/import/${fileId}`
  const totals = totalsOf(plan.entries)
  const isRefused = plan.isWhole && totals.refused > 0
  const hasWork = totals.added + totals.changed + totals.removed + plan.gone.length > 0
  const isEmpty = totals.added + totals.changed + totals.removed === 0
  const title = t(report && isEmpty ? 'programme.preview.doneTitle' : 'programme.preview.title')
  return (
    <>
      <ErrorSummary form={form} />
      <Crumbs
        trail={[
          { to: base, label: t('programme.title') },
          { to: `${base}/import`, label: t('programme.import') },
          { label: title },
        ]}
      />
      <div className="flow">
        <div>
          <h1>{title}</h1>
          <p className="mute">{t('programme.preview.lead', { file: isolate(name), zone })}</p>
        </div>
        {report && (
          <Note is="ok">
            {report.isUndone ? (
              <p>{t('release.undo.done', { when: formatMoment(report.at, zone, language) })}</p>
            ) : (
              <p>
                {t('programme.preview.done', { ...report.totals, when: formatMoment(report.at, zone, language) })}{' '}
                {report.undo && <a href={path(`${here}/undo`)}>{t('release.undo.link')}</a>}
              </p>
            )}
          </Note>
        )}
        {isRefused && (
          <Note is="warn">
            <p>{t('release.refusedRows')}</p>
          </Note>
        )}
        {isEmpty && !isRefused && !report && (
          <Note>
            <p>{t('programme.preview.nothing')}</p>
          </Note>
        )}
        <Kpis
          items={[
            { label: t('programme.preview.added'), value: totals.added },
            { label: t('programme.preview.changed'), value: totals.changed },
            { label: t('programme.preview.removed'), value: totals.removed },
            { label: t('programme.preview.refused'), value: totals.refused },
            { label: t('programme.preview.same'), value: totals.same },
          ]}
        />
      </div>
      <ImportTables plan={plan} />
      <ImportNotes plan={plan} />
      {hasWork && !isRefused ? (
        <ImportForm form={form} plan={plan} hasNew={totals.added > 0} back={base} />
      ) : (
        <p className="row after">
          <a className="btn" href={path(base)}>
            {t('programme.preview.back')}
          </a>
          <a href={path(`${base}/import`)}>{t('programme.preview.again')}</a>
        </p>
      )}
    </>
  )
}
