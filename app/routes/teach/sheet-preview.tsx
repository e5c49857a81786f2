import { SheetFacts, type ShownSheet } from './sheet-form.tsx'
import type { TypedNumbers } from '#app/attendance/sheets/plan-taking.ts'
import type { SheetPart } from '#app/attendance/sheets/sheet-parts.ts'
import { Note } from '#app/ui/note.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Preview {
  typed: { code: string; typed: TypedNumbers; othersAbsent: boolean }
  walkIns: { part: SheetPart; numbers: number[] }[]
  rows: {
    position: number
    fullName: string
    latinName: string | null
    isEnded: boolean
    states: Record<string, 'present' | 'absent'>
  }[]
}

/** Whom a sheet will mark, by name, with the button that does it. */
export function SheetPreview({ base, sheet, preview }: { base: string; sheet: ShownSheet; preview: Preview }) {
  const { t, path } = usePage()
  const { typed, walkIns, rows } = preview
  const numbers = sheet.parts.map((part): [string, string] => [part, typed.typed[part] ?? ''])
  const back = new URLSearchParams([
    ['code', sheet.code],
    ...numbers,
    ...(typed.othersAbsent ? [['othersAbsent', 'on'] as [string, string]] : []),
  ])
  return (
    <section className="flow after" aria-labelledby="preview">
      <h2 id="preview">{t('onPaper.sheet.preview')}</h2>
      <SheetFacts sheet={sheet} />
      {walkIns.map(({ part, numbers }) => (
        <Note is="warn" key={part}>
          <p>{t('onPaper.sheet.walkIn', { part: t(`onPaper.part.${part}`), numbers: numbers.join(', ') })}</p>
        </Note>
      ))}
      {rows.length > 0 && (
        <ScrollTable labelledBy="preview">
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('onPaper.sheet.number')}
              </th>
              <th scope="col">{t('onPaper.name')}</th>
              {sheet.parts.map((part) => (
                <th scope="col" key={part}>
                  {t(`onPaper.part.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ position, fullName, latinName, isEnded, states }) => (
              <tr key={position}>
                <td className="num">{position}</td>
                <th scope="row">
                  <bdi>{fullName}</bdi>
                  {latinName && (
                    <>
                      {' '}
                      <small>
                        <bdi>{latinName}</bdi>
                      </small>
                    </>
                  )}
                </th>
                {isEnded ? (
                  <td colSpan={sheet.parts.length}>{t('onPaper.sheet.ended')}</td>
                ) : (
                  sheet.parts.map((part) => (
                    <td key={part}>{t(`onPaper.sheet.${states[part] ?? ('notSigned' as const)}`)}</td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <form method="post" action={path(`${base}/take?code=${sheet.code}`)} className="row">
        <input type="hidden" name="code" value={typed.code} />
        {numbers.map(([part, value]) => (
          <input key={part} type="hidden" name={part} value={value} />
        ))}
        {typed.othersAbsent && <input type="hidden" name="othersAbsent" value="on" />}
        {rows.length > 0 && <button className="go">{t('onPaper.sheet.take')}</button>}{' '}
        <a href={path(`${base}?${back}`)}>{t('onPaper.sheet.change')}</a>
      </form>
    </section>
  )
}
