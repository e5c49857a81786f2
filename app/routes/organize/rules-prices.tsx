import type { OfferedTicketType } from '#app/registrations/offer/queries.server.ts'
import type { PriceRule, TaxRule } from '#app/registrations/offer/rules.server.ts'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { plainPercent } from '#app/values/percent-field.ts'

/** Bundles and group prices, each with what it takes and what it costs. */
export function PriceRuleTable({
  rules,
  types,
  base,
}: {
  rules: PriceRule[]
  types: OfferedTicketType[]
  base: string
}) {
  const { t, path } = usePage()
  const nameOf = (id: string) => types.find((type) => type.id === id)?.code ?? ''
  const add = (
    <p>
      <a href={path(`${base}/prices/new`)}>{t('offer.addPriceRule')}</a>
    </p>
  )
  if (rules.length === 0)
    return (
      <>
        <p>{t('offer.noPriceRules')}</p>
        {add}
      </>
    )
  return (
    <>
      <ScrollTable labelledBy="price-rules">
        <thead>
          <tr>
            <th scope="col">{t('organize.name')}</th>
            <th scope="col">{t('offer.forTickets')}</th>
            <th scope="col">{t('organize.price')}</th>
            <th scope="col">
              <span className="vh">{t('organize.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">
                <a href={path(`${base}/prices/${rule.id}`)}>
                  <bdi>{rule.name}</bdi>
                </a>
                <br />
                <small>{t(`offer.ruleKinds.${rule.kind}`)}</small>
              </th>
              <td>
                {[...Map.groupBy(rule.types, ({ part }) => part)].map(([part, own]) => (
                  <div key={part}>
                    <bdi>{own.map(({ ticketTypeId }) => nameOf(ticketTypeId)).join(', ')}</bdi>
                  </div>
                ))}
              </td>
              <td>
                {rule.kind === 'group'
                  ? t('offer.groupSays', { count: rule.minimum, percent: plainPercent(rule.percentOff) })
                  : rule.steps.map((step) => (
                      <div key={step.id}>
                        <Price money={step} />
                        {step.kind !== 'only' && <> · {t(`organize.priceKinds.${step.kind}`)}</>}
                      </div>
                    ))}
              </td>
              <td>
                <a href={path(`${base}/prices/${rule.id}/remove`)}>
                  {t('organize.remove')}
                  <span className="vh"> {rule.name}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {add}
    </>
  )
}

export function TaxTable({ rules, base }: { rules: TaxRule[]; base: string }) {
  const { t, path } = usePage()
  const add = (
    <p>
      <a href={path(`${base}/taxes/new`)}>{t('offer.addTax')}</a>
    </p>
  )
  if (rules.length === 0)
    return (
      <>
        <p>{t('offer.noTaxes')}</p>
        {add}
      </>
    )
  return (
    <>
      <ScrollTable labelledBy="taxes">
        <thead>
          <tr>
            <th scope="col">{t('offer.tax')}</th>
            <th scope="col" className="num">
              {t('offer.rate')}
            </th>
            <th scope="col">{t('offer.howTaxed')}</th>
            <th scope="col">
              <span className="vh">{t('organize.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">
                <a href={path(`${base}/taxes/${rule.id}`)}>
                  <bdi>{rule.name}</bdi>
                </a>
              </th>
              <td className="num">{plainPercent(rule.rate)} %</td>
              <td>
                {rule.isInclusive === 1 ? t('offer.inclusive') : t('offer.exclusive')}
                {rule.isDefault === 1 && (
                  <>
                    <br />
                    <small>{t('offer.isDefaultTax')}</small>
                  </>
                )}
                {rule.allowsReverseCharge === 1 && (
                  <>
                    <br />
                    <small>{t('offer.reverseCharge')}</small>
                  </>
                )}
              </td>
              <td>
                <a href={path(`${base}/taxes/${rule.id}/remove`)}>
                  {t('organize.remove')}
                  <span className="vh"> {rule.name}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {add}
    </>
  )
}
