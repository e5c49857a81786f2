import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormHead } from './form-head.tsx'
import { Frame } from './frame.tsx'
import { SheetForm } from './sheet-form.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { sheetTyped } from './sheet-typed.ts'
import { teachFrame } from './teach-frame.server.ts'
import { refused } from './answers.server.ts'
import { findSheet } from '#app/attendance/sheets/find-sheet.server.ts'
import { WALK_INS } from '#app/attendance/sheets/read-numbers.ts'
import { partsOf } from '#app/attendance/sheets/sheet-parts.ts'
import { planSheet } from '#app/attendance/sheets/take-sheet.server.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('onPaper.sheet.title') }))

/** Asks for a sheet's code, then (`?code=`) for the numbers that signed it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds } = await requireInstructor(request, context, params.event!)
  const address = new URL(request.url).searchParams
  const code = address.get('code')
  const [frame, found] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    code === null ? null : findSheet(context.services.db, { eventId: event.id, trackIds, code: code.slice(0, 40) }),
  ])
  // Who comes back to change the numbers finds them as they were typed.
  const typed = new FormData()
  for (const [name, value] of address) typed.set(name, value)
  const form = refusedForm(typed, found && !found.ok ? found.refusals : [])
  const [taken, count, lost] = ['taken', 'count', 'refused'].map((name) => address.get(name))
  const isTaken = taken !== null && taken !== undefined && /^[A-Z0-9]{4}-[A-Z0-9]{3}$/.test(taken)
  return data(
    {
      frame,
      form,
      sheet: found?.ok
        ? {
            code: found.value.code,
            heldOn: found.value.heldOn,
            parts: partsOf(found.value),
            rowCount: found.value.rowCount,
            lastRow: found.value.rowCount + WALK_INS,
          }
        : null,
      told: isTaken ? { code: taken, count: Number(count) || 0, refused: Number(lost) || 0 } : null,
    },
    { status: found && !found.ok ? 422 : 200 },
  )
}

/** Shows by name whom the numbers would mark; nothing is marked yet. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, trackIds, signedIn } = await requireInstructor(request, context, params.event!)
  const form = await readForm(request)
  const planned = await planSheet(context.services.db, {
    event,
    trackIds,
    accountId: signedIn.accountId,
    now: context.now,
    ...sheetTyped(form),
  })
  if (!planned.ok) return refused(form, planned.refusals)
  const { sheet, taking } = planned.value
  const marks = Map.groupBy(taking.marks, ({ row }) => row.position)
  const preview = {
    typed: sheetTyped(form),
    walkIns: taking.walkIns,
    rows: sheet.rows.flatMap((row) => {
      const own = marks.get(row.position)
      if (!own) return []
      const { position, fullName, latinName, state } = row
      const states = Object.fromEntries(own.map((mark) => [mark.part, mark.state]))
      return [{ position, fullName, latinName, isEnded: state !== 'confirmed', states }]
    }),
  }
  return { form: EMPTY_FORM, preview }
}

export default function SheetBack() {
  const { frame, form: unread, sheet, told } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, path } = usePage()
  const form = answer?.form ?? unread
  const preview = answer && 'preview' in answer ? answer.preview : null
  const base = `/teach/${frame.event.slug}/attendance/paper`
  return (
    <Frame frame={frame}>
      <FormHead form={form} title={t('onPaper.sheet.title')} lead={t('onPaper.sheet.lead')} />
      {told && (
        <Note is="ok">
          <p>{t('onPaper.sheet.taken', { code: told.code, count: told.count })}</p>
          {told.refused > 0 && <p>{t('onPaper.sheet.refused', { count: told.refused })}</p>}
        </Note>
      )}
      {sheet && preview && <SheetPreview base={base} sheet={sheet} preview={preview} />}
      {sheet && !preview && <SheetForm base={base} sheet={sheet} form={form} />}
      {!sheet && (
        <form method="get" action={path(base)} className="flow after">
          <TextField
            form={form}
            name="code"
            label={t('onPaper.sheet.code')}
            hint={t('onPaper.sheet.codeHint')}
            autoComplete="off"
            dir="ltr"
            maxLength={40}
          />
          <p>
            <button className="go">{t('onPaper.sheet.open')}</button>
          </p>
        </form>
      )}
      <p className="row after">
        {sheet && <a href={path(base)}>{t('onPaper.sheet.another')}</a>}{' '}
        <a href={path(`${base}/file`)}>{t('onPaper.sheet.file')}</a>
      </p>
    </Frame>
  )
}
