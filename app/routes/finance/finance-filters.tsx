import type { FinanceFilter } from '#app/payments/finance/finance-filter.ts'
import { usePage } from '#app/ui/use-page.ts'

export interface FilterChoices {
  events: { slug: string; title: string; titleLanguage: string }[]
  methods?: string[]
  states?: { value: string; label: string }[]
  /** Whether money may come from funds, so that one can ask for one. */
  hasText?: boolean
}

/** Currencies that money here has; more come by an address. */
const CURRENCIES = ['USD', 'EUR', 'CHF', 'GBP', 'JPY', 'KES', 'UGX', 'XOF', 'MGA', 'KWD', 'ISK', 'HUF', 'TWD']

/** What a list of finance is narrowed to; a plain form that asks by address. */
export function FinanceFilters({ to, filter, choices }: { to: string; filter: FinanceFilter; choices: FilterChoices }) {
  const { t, language, path } = usePage()
  const { events, methods = [], states = [] } = choices
  const currencies = [...new Set([...CURRENCIES, ...(filter.currency ? [filter.currency] : [])])]
  return (
    <form className="row filt" role="search" aria-label={t('finance.filter.title')} action={path(to)}>
      <div>
        <label htmlFor="text">{t('finance.filter.text')}</label>
        <input id="text" name="text" type="search" defaultValue={filter.text} dir="auto" />
      </div>
      {events.length > 1 && (
        <Choice name="event" label={t('finance.event')} chosen={filter.event}>
          {events.map(({ slug, title, titleLanguage }) => (
            <option key={slug} value={slug} lang={titleLanguage === language ? undefined : titleLanguage}>
              {title}
            </option>
          ))}
        </Choice>
      )}
      {methods.length > 0 && (
        <Choice name="method" label={t('finance.way')} chosen={filter.method}>
          {methods.map((method) => (
            <option key={method} value={method}>
              {t(`finance.method.${method as 'card'}`)}
            </option>
          ))}
        </Choice>
      )}
      {states.length > 0 && (
        <Choice name="state" label={t('finance.filter.state')} chosen={filter.state}>
          {states.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Choice>
      )}
      <Choice name="currency" label={t('finance.filter.currency')} chosen={filter.currency}>
        {currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </Choice>
      <div>
        <label htmlFor="from">{t('finance.filter.from')}</label>
        <input id="from" name="from" type="date" defaultValue={filter.from} />
      </div>
      <div>
        <label htmlFor="to">{t('finance.filter.to')}</label>
        <input id="to" name="to" type="date" defaultValue={filter.to} />
      </div>
      <button>{t('finance.filter.show')}</button>
    </form>
  )
}

function Choice({
  name,
  label,
  chosen,
  children,
}: {
  name: string
  label: string
  chosen: string
  children: React.ReactNode
}) {
  const { t } = usePage()
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen}>
        <option value="">{t('finance.filter.all')}</option>
        {children}
      </select>
    </div>
  )
}
