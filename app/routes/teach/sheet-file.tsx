import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormHead } from './form-head.tsx'
import { Frame } from './frame.tsx'
import { linesOf, sheetFileRows } from './sheet-file-rows.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { refused } from './answers.server.ts'
import { planSheetFile } from '#app/attendance/sheets/take-sheet-file.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { Note } from '#app/ui/note.tsx'
import { describe, fieldClass, HintAndError, LabelText } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('onPaper.sheet.file') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds } = await requireInstructor(request, context, params.event!)
  const taken = new URL(request.url).searchParams.get('taken')
  const frame = await teachFrame(context, { eventId: event.id, trackIds })
  return { frame, taken: taken === null ? null : Number(taken) || 0 }
}

/** Shows what the lines would mark, sheet by sheet; nothing is marked yet. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, trackIds, signedIn } = await requireInstructor(request, context, params.event!)
  const form = await readForm(request, { files: true })
  const rows = await sheetFileRows(form)
  if ('code' in rows) return refused(form, [rows])
  const taker = { event, trackIds, accountId: signedIn.accountId, now: context.now }
  const planned = await planSheetFile(context.services.db, { ...taker, rows })
  // The lines of a file come back to be put right by hand.
  form.set('text', linesOf(rows))
  if (!planned.ok) return refused(form, planned.refusals)
  const sheets = planned.value.map(({ sheet: { code, heldOn }, taking: { marks, walkIns } }) => ({
    code,
    heldOn,
    marks: marks.length,
    walkIns,
  }))
  return { form: EMPTY_FORM, preview: { lines: linesOf(rows), sheets } }
}

type Preview = { lines: string; sheets: PreviewedSheet[] }
type PreviewedSheet = {
  code: string
  heldOn: string
  marks: number
  walkIns: { part: 'am' | 'pm' | 'day' | 'session'; numbers: number[] }[]
}

export default function SheetFile() {
  const { frame, taken } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, path } = usePage()
  const preview = answer && 'preview' in answer ? answer.preview : null
  const form = answer?.form ?? EMPTY_FORM
  const base = path(`/teach/${frame.event.slug}/attendance/paper/file`)
  return (
    <Frame frame={frame}>
      <FormHead form={form} title={t('onPaper.sheet.file')} lead={t('onPaper.sheet.fileLead')} />
      {taken !== null && (
        <Note is="ok">
          <p>{t('onPaper.sheet.fileTaken', { count: taken })}</p>
        </Note>
      )}
      {preview ? <Planned base={base} preview={preview} /> : <Lines base={base} form={form} />}
      <p className="after">
        <a href={path(`/teach/${frame.event.slug}/attendance/paper`)}>{t('onPaper.sheet.title')}</a>
      </p>
    </Frame>
  )
}

function Lines({ base, form }: { base: string; form: FormState }) {
  const { t } = usePage()
  const file = { form, name: 'file', label: t('onPaper.sheet.fileUpload'), isOptional: true }
  return (
    <form method="post" action={base} encType="multipart/form-data" className="flow after">
      <TextArea
        form={form}
        name="text"
        label={t('onPaper.sheet.fileText')}
        hint={t('onPaper.sheet.fileTextHint')}
        isOptional
        rows={8}
        dir="ltr"
      />
      <div className={fieldClass(file)}>
        <label htmlFor="file">
          <LabelText {...file} />
        </label>
        <HintAndError {...file} />
        <input {...describe(file)} type="file" accept=".csv,.xlsx,.txt" />
      </div>
      <p>
        <button className="go">{t('onPaper.sheet.look')}</button>
      </p>
    </form>
  )
}

function Planned({ base, preview: { lines, sheets } }: { base: string; preview: Preview }) {
  const { t, language } = usePage()
  return (
    <form method="post" action={`${base}/take`} className="flow after">
      <h2 id="planned">{t('onPaper.sheet.filePreview', { count: sheets.length })}</h2>
      <ScrollTable labelledBy="planned">
        <thead>
          <tr>
            <th scope="col">{t('onPaper.sheet.sheet')}</th>
            <th scope="col">{t('onPaper.day')}</th>
            <th scope="col">{t('onPaper.sheet.marks')}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map(({ code, heldOn, marks, walkIns }) => (
            <tr key={code}>
              <th scope="row">
                <bdi>{code}</bdi>
              </th>
              <td>{formatDay(heldOn, language, { weekday: true })}</td>
              <td>
                {t('onPaper.sheet.fileMarks', { count: marks })}
                {walkIns.map(({ part, numbers }) => (
                  <p key={part} className="hint">
                    {t('onPaper.sheet.walkIn', { part: t(`onPaper.part.${part}`), numbers: numbers.join(', ') })}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <input type="hidden" name="text" value={lines} />
      <p className="row">
        <button className="go">{t('onPaper.sheet.take')}</button>{' '}
        <button formAction={`${base}/change`}>{t('onPaper.sheet.change')}</button>
      </p>
    </form>
  )
}
