import { useDesk } from './desk.ts'
import { MomentField } from './moment-field.tsx'
import { sentRows } from './price-rows.tsx'
import type { Block } from '#app/registrations/offer/blocks.server.ts'
import type { OfferedTicketType } from '#app/registrations/offer/queries.server.ts'
import { CheckField, ChecksField, ChoiceField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'
import { plainAmount } from '#app/values/money.ts'
import { plainPercent } from '#app/values/percent-field.ts'
import { EFFECTS, MOST_AMOUNTS } from '#app/vouchers/campaigns/campaign-form.ts'
import type { ListedCampaign } from '#app/vouchers/campaigns/queries.server.ts'

interface Shown {
  form: FormState
  campaign: ListedCampaign | null
  types: OfferedTicketType[]
  blocks: Block[]
}

export function CampaignFields(shown: Shown) {
  return (
    <>
      <Effect {...shown} />
      <For {...shown} />
      <Validity {...shown} />
    </>
  )
}

function Effect({ form, campaign }: Shown) {
  const event = useDesk()
  const { t } = usePage()
  const rows = Math.min(MOST_AMOUNTS, Math.max((campaign?.amounts.length ?? 0) + 1, sentRows(form, 'amounts')))
  return (
    <Leaf id="effect" title={t('offer.effect')} isWide>
      <TextField
        form={form}
        name="name"
        label={t('organize.name')}
        hint={t('offer.campaignNameHint')}
        defaultValue={campaign?.name}
        maxLength={120}
      />
      <ChoiceField
        form={form}
        name="effect"
        legend={t('offer.effect')}
        defaultValue={campaign?.effect ?? 'access'}
        options={EFFECTS.map((value) => ({
          value,
          label: t(`offer.effects.${value}`),
          detail: t(`offer.effectDetails.${value}`),
        }))}
      />
      <div className="cols">
        <TextField
          form={form}
          name="percentOff"
          label={t('offer.percentOff')}
          hint={t('offer.percentOffHint')}
          defaultValue={campaign?.percentOff ? plainPercent(campaign.percentOff) : ''}
          dir="ltr"
          maxLength={10}
          isOptional
        />
      </div>
      {Array.from({ length: rows }, (_, at) => {
        const money = campaign?.amounts[at]
        return (
          <div className="cols" key={at}>
            <TextField
              form={form}
              name={`amounts[${at}].amount`}
              label={t('offer.amountNumber', { number: at + 1 })}
              defaultValue={money && plainAmount(money)}
              dir="ltr"
              maxLength={20}
              isOptional
            />
            <TextField
              form={form}
              name={`amounts[${at}].currency`}
              label={t('organize.currency')}
              defaultValue={money?.currency ?? (at === 0 ? (event.currency ?? 'USD') : '')}
              dir="ltr"
              maxLength={3}
              isOptional
            />
          </div>
        )
      })}
      <ChoiceField
        form={form}
        name="appliesTo"
        legend={t('offer.appliesTo')}
        defaultValue={campaign?.appliesTo ?? 'person'}
        options={(['person', 'order'] as const).map((value) => ({ value, label: t(`offer.applies.${value}`) }))}
      />
    </Leaf>
  )
}

function For({ form, campaign, types, blocks }: Shown) {
  const { t } = usePage()
  return (
    <Leaf id="for" title={t('offer.forTickets')} isWide>
      <ChecksField
        form={form}
        name="ticketTypeIds"
        legend={t('offer.campaignTickets')}
        hint={t('offer.campaignTicketsHint')}
        options={types.map(({ id, code, name }) => ({
          value: id,
          label: (
            <>
              <bdi>{name}</bdi> <small>{code}</small>
            </>
          ),
        }))}
        defaultValues={campaign?.ticketTypeIds ?? []}
        inColumns
        isOptional
      />
      <CheckField form={form} name="opensHidden" defaultValue={campaign?.opensHidden ? 'on' : null}>
        {t('offer.opensHidden')}
      </CheckField>
      {blocks.length > 0 && (
        <SelectField
          form={form}
          name="blockId"
          label={t('offer.block')}
          hint={t('offer.campaignBlockHint')}
          blank={t('offer.noBlock')}
          options={blocks.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={campaign?.reservationId}
          isOptional
        />
      )}
    </Leaf>
  )
}

function Validity({ form, campaign }: Shown) {
  const { zone } = useDesk()
  const { t } = usePage()
  return (
    <Leaf id="validity" title={t('offer.validity')} isWide>
      <div className="cols">
        <MomentField
          form={form}
          name="startsAt"
          label={t('offer.validFrom')}
          hint={t('organize.inZone', { zone })}
          at={campaign?.startsAt}
          zone={zone}
          isOptional
        />
        <MomentField
          form={form}
          name="endsAt"
          label={t('offer.validUntil')}
          hint={t('organize.inZone', { zone })}
          at={campaign?.endsAt}
          zone={zone}
          isOptional
        />
        <TextField
          form={form}
          name="organization"
          label={t('offer.organization')}
          hint={t('offer.organizationHint')}
          defaultValue={campaign?.organization}
          maxLength={200}
          isOptional
        />
      </div>
      <CheckField form={form} name="isCombinable" defaultValue={campaign?.isCombinable ? 'on' : null}>
        {t('offer.isCombinable')}
      </CheckField>
      <CheckField form={form} name="isDisabled" defaultValue={campaign?.isDisabled ? 'on' : null}>
        {t('offer.campaignDisabled')}
      </CheckField>
    </Leaf>
  )
}
