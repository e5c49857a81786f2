import { cellText, columnLabel, ELIGIBILITY_TAGS, knownBy, missingWords, STATE_TAGS } from './application-words.ts'
import type { ApplicationsData } from './applications.tsx'
import { useCall } from './use-call.ts'
import { type ApplicationColumn, nameOfColumn } from '#app/applications/desk/application-columns.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

type Row = ApplicationsData['rows'][number]

/** The rows of the list: who, by which number, and what one wishes to see of them. */
export function ApplicationsTable({ rows, columns, questions, prefix }: ApplicationsData) {
  const { slug, call, zone } = useCall()
  const { t, path, language } = usePage()
  const words = { t, language, zone, prefix, questions }
  return (
    <ScrollTable label={t('applicants.title')}>
      <thead>
        <tr>
          <th scope="col">{t('applicants.name')}</th>
          {columns.map((column) => (
            <th key={nameOfColumn(column)} scope="col">
              <bdi>{columnLabel(column, words)}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={path(`/organize/${slug}/calls/${call.slug}/applications/${row.id}`)}>
                <bdi>{row.fullName || t('applicants.nobody')}</bdi>
              </a>
              <br />
              <small>
                <bdi dir="ltr">{knownBy(row, prefix)}</bdi>
              </small>
            </th>
            {columns.map((column) => (
              <td key={nameOfColumn(column)}>
                <Cell column={column} row={row} words={words} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Cell({ column, row, words }: { column: ApplicationColumn; row: Row; words: Parameters<typeof cellText>[2] }) {
  const { t } = words
  if (column.is === 'fact' && column.fact === 'state')
    return <Tag is={STATE_TAGS[row.state]}>{t(`applicants.states.${row.state}`)}</Tag>
  if (column.is === 'fact' && column.fact === 'eligibility')
    return <Tag is={ELIGIBILITY_TAGS[row.eligibility]}>{t(`applicants.eligibilities.${row.eligibility}`)}</Tag>
  if (column.is === 'fact' && column.fact === 'missing' && row.missing.length > 1)
    return (
      <span title={row.missing.map((code) => missingWords(code, words)).join('; ')}>
        {t('applicants.missingCount', { count: row.missing.length })}
      </span>
    )
  return <bdi>{cellText(column, row, words)}</bdi>
}
