import { useDesk } from './desk.ts'
import type { OfferedTicketType } from '#app/registrations/offer/queries.server.ts'
import type { TaxRule } from '#app/registrations/offer/rules.server.ts'
import { AUDIENCES, ELIGIBILITIES, PROOFS, SCOPES } from '#app/registrations/offer/ticket-kinds.ts'
import { isKey } from '#app/locales/translate.ts'
import { CheckField, ChecksField, SelectField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'
import { plainPercent } from '#app/values/percent-field.ts'

interface Shown {
  form: FormState
  type: OfferedTicketType | null
  types: OfferedTicketType[]
  taxes: TaxRule[]
}

/** Whom a ticket is for and how they show it. */
export function TicketAudience({ form, type }: Pick<Shown, 'form' | 'type'>) {
  const { t } = usePage()
  const named = (group: 'audiences' | 'scopes', values: readonly string[], also: string | undefined) =>
    [...new Set([...values, ...(also ? [also] : [])])].map((value) => {
      const key = `offer.${group}.${value}`
      return { value, label: isKey(key) ? t(key) : value }
    })
  return (
    <Leaf id="audience" title={t('offer.whomFor')} isWide>
      <div className="cols">
        <SelectField
          form={form}
          name="audience"
          label={t('offer.audience')}
          options={named('audiences', AUDIENCES, type?.audience)}
          defaultValue={type?.audience ?? 'standard'}
        />
        <SelectField
          form={form}
          name="scope"
          label={t('offer.scope')}
          options={named('scopes', SCOPES, type?.scope)}
          defaultValue={type?.scope ?? 'full'}
        />
        <SelectField
          form={form}
          name="eligibility"
          label={t('offer.eligibility')}
          options={ELIGIBILITIES.map((value) => ({ value, label: t(`offer.eligibilities.${value}`) }))}
          defaultValue={type?.eligibility ?? 'none'}
        />
        <SelectField
          form={form}
          name="proof"
          label={t('offer.proof')}
          hint={t('offer.proofHint')}
          options={PROOFS.map((value) => ({ value, label: t(`offer.proofs.${value}`) }))}
          defaultValue={type?.proof ?? 'none'}
        />
      </div>
    </Leaf>
  )
}

/** What a ticket goes with, what it becomes for who stays at home, and how it is taxed. */
export function TicketTies({ form, type, types, taxes }: Shown) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  const others = types.filter(({ id }) => id !== type?.id)
  const mains = others.filter(({ isAddon }) => isAddon === 0)
  const online = others.filter(({ attendance }) => attendance === 'online')
  return (
    <Leaf id="ties" title={t('offer.ties')} isWide>
      <CheckField form={form} name="isAddon" defaultValue={type?.isAddon ? 'on' : null}>
        {t('offer.isAddon')}
      </CheckField>
      {mains.length > 0 && (
        <ChecksField
          form={form}
          name="mainIds"
          legend={t('offer.goesWith')}
          hint={t('offer.goesWithHint')}
          options={mains.map(({ id, name, code }) => ({
            value: id,
            label: (
              <>
                <bdi>{name}</bdi> <small>{code}</small>
              </>
            ),
          }))}
          defaultValues={type?.mainIds ?? []}
          inColumns
          isOptional
        />
      )}
      <CheckField form={form} name="allowsGuest" defaultValue={type?.allowsGuest ? 'on' : null}>
        {t('offer.allowsGuest')}
      </CheckField>
      <div className="cols">
        {online.length > 0 && (
          <SelectField
            form={form}
            name="remoteTypeId"
            label={t('offer.remote')}
            hint={t('offer.remoteHint')}
            blank={t('offer.remoteNone')}
            options={online.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={type?.remoteTypeId}
            isOptional
          />
        )}
        {taxes.length > 0 && (
          <SelectField
            form={form}
            name="taxRuleId"
            label={t('offer.tax')}
            blank={t('offer.taxDefault')}
            options={taxes.map(({ id, name, rate }) => ({ value: id, label: `${name} ${plainPercent(rate)} %` }))}
            defaultValue={type?.taxRuleId}
            isOptional
          />
        )}
      </div>
      {taxes.length === 0 && (
        <p className="hint">
          {t('offer.noTaxYet')} <a href={path(`/organize/${slug}/rules/taxes/new`)}>{t('offer.addTax')}</a>
        </p>
      )}
    </Leaf>
  )
}
