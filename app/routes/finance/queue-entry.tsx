import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

export interface Entry {
  id: string
  kind: 'late-money' | 'amount-differs' | 'unmatched' | 'overpaid' | 'dispute' | 'event-cancelled'
  createdAt: string
  amountMinor: number | null
  currency: string | null
  expectedMinor: number | null
  expectedCurrency: string | null
  code: string
  title: string
  titleLanguage: string
  zone: string
  address: string
}

/** One thing that waits for a person: what happened, with which order, since when, and the button that ends it. */
export function QueueEntry({ entry }: { entry: Entry }) {
  const { t, language, path } = usePage()
  const { id, kind, createdAt, amountMinor, currency, expectedMinor, expectedCurrency, code, address, zone } = entry
  const expects = kind === 'amount-differs' && expectedMinor !== null && expectedCurrency !== null
  return (
    <li className="todo">
      <Tag is={kind === 'dispute' || kind === 'unmatched' ? 'bad' : 'wait'}>{t(`finance.kind.${kind}`)}</Tag>
      <div>
        <b>{t(`finance.what.${kind}`)}</b> {t(`finance.remedy.${kind}`)}
        <br />
        <small>
          <a href={path(address)}>
            {t('finance.order')} <bdi>{code}</bdi>
          </a>
          {' · '}
          <bdi lang={entry.titleLanguage === language ? undefined : entry.titleLanguage}>{entry.title}</bdi>
          {amountMinor !== null && currency !== null && (
            <>
              {' · '}
              <Price money={{ amountMinor, currency }} />
            </>
          )}
          {expects && (
            <>
              {' '}
              {t('finance.expected')} <Price money={{ amountMinor: expectedMinor, currency: expectedCurrency }} />
            </>
          )}
          {' · '}
          <Moment at={createdAt} zone={zone} />
        </small>
        <form method="post">
          <input type="hidden" name="entry" value={id} />
          <button className="plain">
            {t('finance.resolve')}
            <span className="vh"> {code}</span>
          </button>
        </form>
      </div>
    </li>
  )
}
