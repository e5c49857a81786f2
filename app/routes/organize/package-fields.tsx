import { SavedMeanwhile } from './saved-meanwhile.tsx'
import type { CallPackage } from '#app/scholarships/packages/list-packages.server.ts'
import { COMPONENT_KINDS, PAYOUT_WAYS, USUAL_WAYS } from '#app/scholarships/packages/package-form.ts'
import { CheckField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'
import { plainAmount } from '#app/values/money.ts'

interface Props {
  form: FormState
  pack: CallPackage | null
  choices: { id: string; code: string; name: string }[]
  tickets: { id: string; label: string }[]
  languages: string[]
  currency: string
}

/** The whole of a package: its words, what it gives, and the tickets that it makes. */
export function PackageFields({ form, pack, choices, tickets, languages, currency }: Props) {
  const { t, language } = usePage()
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return (
    <>
      <SavedMeanwhile
        form={form}
        seen={pack ? String(pack.version) : ''}
        rows={[{ name: 'code', label: t('award.packages.code'), saved: pack?.code ?? '' }]}
      />
      <TextField
        form={form}
        name="code"
        label={t('award.packages.code')}
        defaultValue={pack?.code ?? null}
        dir="ltr"
        maxLength={20}
      />
      <TextField
        form={form}
        name="currency"
        label={t('award.packages.currency')}
        defaultValue={pack?.currency ?? currency}
        dir="ltr"
        maxLength={3}
      />
      <CheckField form={form} name="isDefault" defaultValue={pack?.isDefault ? 'on' : null}>
        {t('award.packages.isDefault')}
      </CheckField>
      {languages.map((code, at) => {
        const text = pack?.texts.find((one) => one.language === code)
        return (
          <div key={code}>
            <input type="hidden" name={`texts[${at}].language`} value={code} />
            <TextField
              form={form}
              name={`texts[${at}].name`}
              label={t('award.packages.name', { language: names.of(code) ?? code })}
              defaultValue={text?.name ?? null}
              lang={code}
              maxLength={200}
              isOptional={at > 0}
            />
            <TextArea
              form={form}
              name={`texts[${at}].description`}
              label={t('award.packages.description', { language: names.of(code) ?? code })}
              defaultValue={text?.description ?? null}
              lang={code}
              rows={3}
              maxLength={2000}
              isOptional
            />
          </div>
        )
      })}
      <h2>{t('award.packages.gives')}</h2>
      {COMPONENT_KINDS.map((kind, at) => {
        const part = pack?.components.find((component) => component.kind === kind)
        const name = (field: string) => `components[${at}].${field}`
        const amountMinor = part?.amountMinor ?? 0
        return (
          <Leaf key={kind} id={`p-${kind}`} title={t(`award.kinds.${kind}`)}>
            <input type="hidden" name={name('kind')} value={kind} />
            <CheckField form={form} name={name('isGiven')} defaultValue={part ? 'on' : null}>
              {t('award.packages.given')}
            </CheckField>
            <TextField
              form={form}
              name={name('amount')}
              label={t('award.packages.amount')}
              defaultValue={part ? plainAmount({ amountMinor, currency: pack!.currency }) : null}
              dir="ltr"
              maxLength={20}
              isOptional
            />
            <CheckField form={form} name={name('isCap')} defaultValue={part?.isCap ? 'on' : null}>
              {t('award.packages.isCap')}
            </CheckField>
            <SelectField
              form={form}
              name={name('payout')}
              label={t('award.packages.payout')}
              options={PAYOUT_WAYS.map((value) => ({ value, label: t(`award.ways.${value}`) }))}
              defaultValue={part?.payout ?? USUAL_WAYS[kind]}
            />
            <TextField
              form={form}
              name={name('note')}
              label={t('award.packages.note')}
              defaultValue={part?.note ?? null}
              maxLength={300}
              isOptional
            />
          </Leaf>
        )
      })}
      {choices.length > 0 && tickets.length > 0 && (
        <>
          <h2>{t('award.packages.tickets')}</h2>
          <p className="hint">{t('award.packages.ticketsLead')}</p>
          {choices.map((choice, at) => (
            <div key={choice.id}>
              <input type="hidden" name={`tickets[${at}].choiceId`} value={choice.id} />
              <SelectField
                form={form}
                name={`tickets[${at}].ticketTypeId`}
                label={<bdi>{choice.name}</bdi>}
                blank={t('award.packages.ownTicket')}
                options={tickets.map(({ id, label }) => ({ value: id, label }))}
                defaultValue={pack?.tickets.find(({ choiceId }) => choiceId === choice.id)?.ticketTypeId ?? null}
                isOptional
              />
            </div>
          ))}
        </>
      )}
    </>
  )
}
