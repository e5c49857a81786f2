import type { SheetPart } from '#app/attendance/sheets/sheet-parts.ts'
import { CheckField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

export interface ShownSheet {
  code: string
  heldOn: string
  parts: SheetPart[]
  rowCount: number
  lastRow: number
}

/** The numbers that signed, by the columns of the sheet. */
export function SheetForm({ base, sheet, form }: { base: string; sheet: ShownSheet; form: FormState }) {
  const { t, path } = usePage()
  return (
    <form method="post" action={path(`${base}?code=${sheet.code}`)} className="flow after">
      <SheetFacts sheet={sheet} />
      <input type="hidden" name="code" value={sheet.code} />
      {sheet.parts.map((part) => (
        <TextField
          key={part}
          form={form}
          name={part}
          label={t('onPaper.sheet.who', { part: t(`onPaper.part.${part}`) })}
          hint={t('onPaper.sheet.whoHint')}
          isOptional
          autoComplete="off"
          maxLength={4000}
        />
      ))}
      <CheckField
        form={form}
        name="othersAbsent"
        label={t('onPaper.sheet.othersAbsent')}
        hint={t('onPaper.sheet.othersAbsentHint')}
      />
      <p>
        <button className="go">{t('onPaper.sheet.look')}</button>
      </p>
    </form>
  )
}

export function SheetFacts({ sheet }: { sheet: ShownSheet }) {
  const { t, language } = usePage()
  return (
    <p>
      <b>
        <bdi>{sheet.code}</bdi>
      </b>{' '}
      · {formatDay(sheet.heldOn, language, { weekday: true })} · {t('onPaper.sheet.rows', { count: sheet.rowCount })}
      <br />
      <small>{t('onPaper.sheet.walkIns', { from: sheet.rowCount + 1, to: sheet.lastRow })}</small>
    </p>
  )
}
