import { useDesk } from './desk.ts'
import { STATE_TAGS } from './registrations-words.ts'
import { cellText, type CellWords } from '#app/participants/columns/cell-text.ts'
import type { Column } from '#app/participants/columns/columns.ts'
import type { ListedRegistration } from '#app/participants/columns/list-registrations.server.ts'
import { Price } from '#app/ui/money.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatMoment } from '#app/values/dates.ts'

const PROOFS: Record<'waiting' | 'verified' | 'refused', TagKind> = { waiting: 'wait', verified: 'ok', refused: 'bad' }

/** A cell of the table as a page shows it. */
export function RegistrationCell({
  column,
  row,
  words,
}: {
  column: Column
  row: ListedRegistration
  words: Omit<CellWords, 't' | 'language'>
}) {
  const { zone } = useDesk()
  const { t, language } = usePage()
  switch (column.is) {
    case 'state':
      return <Tag is={STATE_TAGS[row.state]}>{t(`organize.states.${row.state}`)}</Tag>
    case 'proof':
      return row.proof && <Tag is={PROOFS[row.proof]}>{t(`registrant.proofs.${row.proof}`)}</Tag>
    case 'whence':
      return (
        <>
          {row.country && countryName(row.country, language)}
          {row.affiliation && (
            <>
              <br />
              <small>
                <bdi>{row.affiliation}</bdi>
              </small>
            </>
          )}
        </>
      )
    case 'money':
      if (row.currency === null || row.billed === 0) return t('organize.free')
      if (row.due <= 0) return t('organize.paid')
      return (
        <>
          <Price money={{ amountMinor: row.due, currency: row.currency }} /> {t('organize.due')}
        </>
      )
    case 'registered':
    case 'confirmed': {
      const at = column.is === 'registered' ? row.createdAt : row.confirmedAt
      return at && <time dateTime={at}>{formatMoment(at, zone, language)}</time>
    }
    default:
      return <bdi>{cellText(column, row, { ...words, t, language })}</bdi>
  }
}
