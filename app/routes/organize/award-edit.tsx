import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AwardForm } from './award-form.tsx'
import { requireAward } from './award.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { putTogether } from '#app/scholarships/awards/put-together.server.ts'
import { readWritten } from '#app/scholarships/awards/written-form.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { COMPONENT_KINDS, PAYOUT_WAYS, USUAL_WAYS } from '#app/scholarships/packages/package-form.ts'
import { CheckField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { plainAmount } from '#app/values/money.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.edit.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { award, event } = await requireAward(given)
  if (award.state !== 'proposed') throw notFound()
  const funds = await listFunds(given.context.services.db, event.id)
  return { award, funds: funds.map(({ id, code, name, currency }) => ({ id, code, name, currency })) }
}

export async function action(given: ActionFunctionArgs) {
  const { award, event, ids } = await requireAward(given)
  const { db } = given.context.services
  const form = await readForm(given.request)
  const read = readWritten(form, award.currency)
  if (!read.ok) return invalid({ values: refusedForm(form, []).values, errors: read.errors })
  const done = await putTogether(db, { ...ids, components: read.components })
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(given.context, `/organize/${event.slug}/awards/${award.id}?done`)
}

export default function AwardEdit() {
  const { award, funds } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  const { currency } = award
  return (
    <AwardForm
      form={form}
      title={t('award.edit.title')}
      lead={t('award.edit.lead')}
      submit={t('award.edit.save')}
      back={`/organize/${slug}/awards/${award.id}`}
      name={award.fullName || award.code}
    >
      {COMPONENT_KINDS.map((kind) => {
        const part = award.components.find((component) => component.kind === kind)
        return (
          <Leaf key={kind} id={`k-${kind}`} title={t(`award.kinds.${kind}`)}>
            {funds.map((fund) => {
              const share = part?.shares.find(({ fundId }) => fundId === fund.id)
              return (
                <TextField
                  key={fund.id}
                  form={form}
                  name={`share-${kind}-${fund.id}`}
                  label={
                    <>
                      <bdi>{fund.name}</bdi> (<bdi>{fund.currency}</bdi>)
                    </>
                  }
                  defaultValue={share ? plainAmount({ amountMinor: share.amountMinor, currency }) : null}
                  dir="ltr"
                  maxLength={20}
                  isOptional
                />
              )
            })}
            <SelectField
              form={form}
              name={`payout-${kind}`}
              label={t('award.one.way')}
              options={PAYOUT_WAYS.map((value) => ({ value, label: t(`award.ways.${value}`) }))}
              defaultValue={part?.payout ?? USUAL_WAYS[kind]}
            />
            <CheckField form={form} name={`isCap-${kind}`} defaultValue={part?.isCap ? 'on' : null}>
              {t('award.edit.isCap')}
            </CheckField>
            <TextField
              form={form}
              name={`note-${kind}`}
              label={t('award.edit.note')}
              defaultValue={part?.note ?? null}
              maxLength={300}
              isOptional
            />
          </Leaf>
        )
      })}
    </AwardForm>
  )
}
