import type { WaitingKind } from '#app/payments/finance/finance-kinds.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

export interface WaitingItem {
  kind: WaitingKind
  id: string
  subject: string
  since: string
  code: string | null
  amountMinor: number | null
  currency: string | null
  expectedMinor: number | null
  expectedCurrency: string | null
  note: string
  title: string
  titleLanguage: string
  zone: string
}

/** Money is at risk, or somebody waits for it. */
const URGENT: WaitingKind[] = ['unmatched', 'dispute', 'chargeback', 'refund-failed', 'foreign-charge']

export function kindTag(kind: WaitingKind): TagKind {
  return URGENT.includes(kind) ? 'bad' : 'wait'
}

/** Where something that waits is solved. */
export function placeOf({ kind, id, subject }: Pick<WaitingItem, 'kind' | 'id' | 'subject'>): string {
  if (kind === 'line') return `/finance/lines/${id}`
  if (kind === 'claim') return `/finance/claims/${subject}`
  if (kind === 'refund-asked' || kind === 'refund-failed' || kind === 'refund-manual')
    return `/finance/refunds/${subject}`
  return `/finance/entries/${id}`
}

/** One thing that waits: since when, which money of which order, and the way to what solves it. */
export function WaitingRow({ item }: { item: WaitingItem }) {
  const { t, language, path } = usePage()
  const { kind, since, code, amountMinor, currency, expectedMinor, expectedCurrency, note, title, zone } = item
  const expects = kind === 'amount-differs' && expectedMinor !== null && expectedCurrency !== null
  return (
    <tr>
      <td className="nowrap more">
        {since.length === 10 ? formatDay(since, language) : <Moment at={since} zone={zone} />}
      </td>
      <th scope="row">
        {code ? (
          <>
            {t('finance.order')} <bdi>{code}</bdi>
          </>
        ) : (
          <bdi>{note || t('finance.noText')}</bdi>
        )}
        <br />
        <small>
          {title ? (
            <bdi lang={item.titleLanguage === language ? undefined : item.titleLanguage}>{title}</bdi>
          ) : (
            kind !== 'line' && t('finance.noEvent')
          )}
        </small>
      </th>
      <td className="num">
        {amountMinor !== null && currency !== null && <Price isFull money={{ amountMinor, currency }} />}
        {expects && (
          <>
            <br />
            <small>
              {t('finance.expected')}{' '}
              <Price isFull money={{ amountMinor: expectedMinor, currency: expectedCurrency }} />
            </small>
          </>
        )}
      </td>
      <td>
        <a href={path(placeOf(item))}>
          {t(`finance.do.${kind}`)}
          <span className="vh"> {code ?? note}</span>
        </a>
      </td>
    </tr>
  )
}

/** Things of one kind that wait, oldest first. */
export function WaitingTable({ items, labelledBy }: { items: WaitingItem[]; labelledBy: string }) {
  const { t } = usePage()
  return (
    <ScrollTable labelledBy={labelledBy}>
      <thead>
        <tr>
          <th scope="col" className="more">
            {t('finance.since')}
          </th>
          <th scope="col">{t('finance.about')}</th>
          <th scope="col" className="num">
            {t('finance.amount')}
          </th>
          <th scope="col">{t('finance.next')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <WaitingRow key={item.id} item={item} />
        ))}
      </tbody>
    </ScrollTable>
  )
}

export function KindTag({ kind }: { kind: WaitingKind }) {
  const { t } = usePage()
  return <Tag is={kindTag(kind)}>{t(`finance.kind.${kind}`)}</Tag>
}
