import { useDesk } from './desk.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { type ChangeRules, changeRulesOf } from '#app/registrations/changes/change-rules.ts'
import { METHODS } from '#app/registrations/offer/payment-terms-form.ts'
import type { StoredTerms } from '#app/registrations/offer/rules.server.ts'
import { termsOf } from '#app/registrations/payment-terms.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What people may change themselves, in a line each. */
export function ChangesSummary({ rules: stored }: { rules: ChangeRules | null }) {
  const { zone } = useDesk()
  const { t } = usePage()
  const rules = changeRulesOf(stored ?? undefined)
  const rows = [
    { label: t('offer.editDetails'), until: rules.editUntilAt, isOn: true },
    {
      label: t(`offer.substitutions.${rules.substitution}`),
      until: rules.substituteUntilAt,
      isOn: rules.substitution !== 'none',
    },
    { label: t('offer.convert'), until: rules.convertUntilAt, isOn: true },
    { label: t('offer.changeTicket'), until: rules.changeUntilAt, isOn: true },
  ]
  return (
    <ul>
      {rows.map(({ label, until, isOn }) => (
        <li key={label}>
          {label}
          {isOn && (
            <>
              {': '}
              {until ? (
                <>
                  {t('organize.until')} <Moment at={lastMinuteOf(until, zone)} zone={zone} />
                </>
              ) : (
                t('offer.untilBegin')
              )}
            </>
          )}
        </li>
      ))}
      <li>{t(`offer.asks.${rules.refundAsks}`)}</li>
    </ul>
  )
}

/** Every way to pay, whether it is offered and on which terms. */
export function TermsTable({ terms, base }: { terms: StoredTerms; base: string }) {
  const { zone } = useDesk()
  const { t, path } = usePage()
  return (
    <ScrollTable labelledBy="terms">
      <thead>
        <tr>
          <th scope="col">{t('offer.method')}</th>
          <th scope="col">{t('organize.statusHead')}</th>
          <th scope="col">{t('offer.termsHead')}</th>
        </tr>
      </thead>
      <tbody>
        {METHODS.map((method) => {
          const own = termsOf(terms, terms.rows, method)
          const isOffered = terms.methods.includes(method)
          return (
            <tr key={method}>
              <th scope="row">
                <a href={path(`${base}/payment/${method}`)}>{t(`offer.methods.${method}`)}</a>
              </th>
              <td>
                <Tag is={isOffered ? 'ok' : 'off'}>{isOffered ? t('offer.offered') : t('offer.notOffered')}</Tag>
              </td>
              <td>
                {isOffered && (
                  <>
                    {t(`offer.confirms.${own.confirmsOn}`)}
                    {method !== 'card' && own.dueDays > 0 && own.dueDays < 3650 && (
                      <>
                        <br />
                        <small>{t('offer.dueIn', { count: own.dueDays })}</small>
                      </>
                    )}
                    {own.needsApproval && (
                      <>
                        <br />
                        <small>{t('offer.approved')}</small>
                      </>
                    )}
                    {own.fromAt && (
                      <>
                        <br />
                        <small>
                          {t('organize.from')} <Moment at={own.fromAt} zone={zone} />
                        </small>
                      </>
                    )}
                    {own.untilAt && (
                      <>
                        <br />
                        <small>
                          {t('organize.until')} <Moment at={lastMinuteOf(own.untilAt, zone)} zone={zone} />
                        </small>
                      </>
                    )}
                  </>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}
