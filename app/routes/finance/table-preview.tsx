import { Price } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { FinanceTable } from './list-parts.tsx'

/** The letters over the columns of a spreadsheet: A … Z, AA … */
export function columnLetter(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26))
  return at < 26 ? letter : columnLetter(Math.floor(at / 26) - 1) + letter
}

/** The first rows of a file as they stand in it. */
export function TableHead({ rows }: { rows: string[][] }) {
  const { t } = usePage()
  const width = Math.max(...rows.map((row) => row.length))
  return (
    <>
      <h2 id="file">{t('finance.mapping.file')}</h2>
      <ScrollTable labelledBy="file">
        <thead>
          <tr>
            <th scope="col">{t('finance.mapping.row')}</th>
            {Array.from({ length: width }, (_, at) => (
              <th key={at} scope="col">
                <bdi>{columnLetter(at)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {Array.from({ length: width }, (_, column) => (
                <td key={column}>
                  <bdi>{(row[column] ?? '').slice(0, 60)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  )
}

export interface Preview {
  lines: {
    bookedOn: string
    amountMinor: number
    currency: string
    payer: string
    reference: string
    chargesMinor: number
  }[]
  count: number
  skipped: number
  faults: { row: number; what: 'day' | 'amount' | 'currency' | 'direction'; cell: string }[]
  faultCount: number
}

/** The same as they would be read, and what could not. */
export function LinesPreview({ read }: { read: Preview }) {
  const { t, language } = usePage()
  return (
    <>
      <h2 id="read">{t('finance.mapping.read')}</h2>
      {read.faultCount > 0 && (
        <Note is="warn">
          <p>{t('finance.mapping.faults', { count: read.faultCount })}</p>
          <ul>
            {read.faults.map(({ row, what, cell }) => (
              <li key={`${row} ${what}`}>
                {t(`finance.mapping.fault.${what}`, { row })} <bdi>“{cell}”</bdi>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {read.lines.length > 0 && (
        <FinanceTable
          labelledBy="read"
          columns={[
            { label: t('finance.line.day') },
            { label: t('finance.line.payer') },
            { label: t('finance.line.text') },
            { label: t('finance.amount'), is: 'num' },
          ]}
        >
          {read.lines.map((line, at) => (
            <tr key={at}>
              <td className="nowrap">{formatDay(line.bookedOn, language)}</td>
              <td>
                <bdi>{line.payer}</bdi>
              </td>
              <td>
                <bdi>{line.reference}</bdi>
              </td>
              <td className="num">
                <Price isFull money={line} />
                {line.chargesMinor > 0 && (
                  <>
                    <br />
                    <small>
                      {t('finance.line.charges')}{' '}
                      <Price isFull money={{ amountMinor: line.chargesMinor, currency: line.currency }} />
                    </small>
                  </>
                )}
              </td>
            </tr>
          ))}
        </FinanceTable>
      )}
      <p className="mute">
        {t('finance.mapping.counts', { count: read.count })}{' '}
        {read.skipped > 0 && t('finance.mapping.skipped', { count: read.skipped })}
      </p>
    </>
  )
}
