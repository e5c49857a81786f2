import { LineTag } from './statement-tag.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

export interface ShownFacts {
  statementId: string
  account: string
  bookedOn: string
  amountMinor: number
  currency: string
  chargesMinor: number
  restMinor: number
  payer: string
  reference: string
  state: string
  note: string
}

/** A line of a statement as the bank wrote it, and what became of it. */
export function LineFacts({ line }: { line: ShownFacts }) {
  const { t, language, path } = usePage()
  const { currency, restMinor, amountMinor, chargesMinor } = line
  return (
    <dl>
      <dt>{t('finance.amount')}</dt>
      <dd>
        <b>
          <Price isFull money={line} />
        </b>
      </dd>
      {restMinor !== amountMinor && restMinor !== 0 && (
        <>
          <dt>{t('finance.line.rest')}</dt>
          <dd>
            <Price isFull money={{ amountMinor: restMinor, currency }} />
          </dd>
        </>
      )}
      {chargesMinor > 0 && (
        <>
          <dt>{t('finance.line.charges')}</dt>
          <dd>
            <Price isFull money={{ amountMinor: chargesMinor, currency }} />
          </dd>
        </>
      )}
      <dt>{t('finance.line.payer')}</dt>
      <dd>
        <bdi>{line.payer || t('finance.line.noPayer')}</bdi>
      </dd>
      <dt>{t('finance.line.text')}</dt>
      <dd>
        <bdi>{line.reference || t('finance.noText')}</bdi>
      </dd>
      <dt>{t('finance.line.day')}</dt>
      <dd>{formatDay(line.bookedOn, language, { weekday: true })}</dd>
      <dt>{t('finance.statement.account')}</dt>
      <dd>
        <bdi>{line.account}</bdi> ·{' '}
        <a href={path(`/finance/statements/${line.statementId}`)}>{t('finance.line.statement')}</a>
      </dd>
      <dt>{t('finance.filter.state')}</dt>
      <dd>
        <LineTag state={line.state} />
      </dd>
      {line.note !== '' && (
        <>
          <dt>{t('finance.note')}</dt>
          <dd>
            <bdi>{line.note}</bdi>
          </dd>
        </>
      )}
    </dl>
  )
}
