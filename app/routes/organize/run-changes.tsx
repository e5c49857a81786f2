import type { ReactNode } from 'react'
import { useDesk } from './desk.ts'
import type { RunData } from './run.tsx'
import type { Translate } from '#app/locales/translate.ts'
import { columnName } from '#app/participants/round-trip/column-name.ts'
import { REGISTRATION_STATES } from '#app/participants/registration-states.ts'
import { Moment } from '#app/ui/moment.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

const OF_BULK = ['state', 'heldUntil', 'trackId', 'ticketTypeId', 'proof', 'mail', 'amountMinor'] as const

/** What a row changes: each field with what it was and what it becomes. */
export function RunChanges({ row, names }: { row: RunData['rows'][number]; names: RunData['names'] }) {
  const { t } = usePage()
  const { before, after } = row
  const fields = Object.keys(after).filter(
    (field) => field !== 'currency' && !(field === 'amountMinor' && !after[field]),
  )
  const value = (field: string, of: typeof after) => (
    <Value field={field} value={of[field] ?? null} currency={String(after['currency'] ?? '')} names={names} />
  )
  return (
    <ul role="list">
      {fields.map((field) => {
        const bulk = OF_BULK.find((one) => one === field)
        return (
          <li key={field}>
            <small>
              {bulk && isBulk(row, bulk)
                ? t(`run.values.${bulk}`)
                : columnName(field, { t, questions: names.questions })}
            </small>
            <br />
            {field in before && (
              <>
                <del>{value(field, before)}</del> <span aria-hidden="true">→</span>{' '}
              </>
            )}
            <ins>{value(field, after)}</ins>
          </li>
        )
      })}
    </ul>
  )
}

type Field = (typeof OF_BULK)[number]

/** `state` is a column of the sheet too, where it is read only. */
function isBulk(row: RunData['rows'][number], field: Field): boolean {
  return field !== 'state' || ['held', 'confirmed', 'cancelled'].includes(String(row.before['state']))
}

function Value({
  field,
  value,
  currency,
  names,
}: {
  field: string
  value: string | number | null
  currency: string
  names: RunData['names']
}): ReactNode {
  const { zone } = useDesk()
  const { t, language } = usePage()
  if (field === 'amountMinor')
    return currency === '' ? '0' : formatMoney({ amountMinor: Number(value), currency }, language)
  if (value === null || value === '') return <i>{t('run.rows.empty')}</i>
  const text = String(value)
  switch (field) {
    case 'heldUntil':
      return <Moment at={text} zone={zone} />
    case 'trackId':
      return names.tracks.find(({ id }) => id === text)?.title ?? text
    case 'ticketTypeId':
      return names.ticketTypes.find(({ id }) => id === text)?.name ?? text
    case 'state':
      return stateText(text, t)
    case 'proof':
      return t(text === 'verified' ? 'run.values.verified' : 'run.values.waiting')
    case 'mail':
      return t('run.values.ticket')
    default:
      return <bdi dir="auto">{text}</bdi>
  }
}

function stateText(text: string, t: Translate): string {
  const known = REGISTRATION_STATES.find((state) => state === text)
  return known ? t(`organize.states.${known}`) : text
}
