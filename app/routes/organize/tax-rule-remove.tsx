import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listTaxRules } from '#app/registrations/offer/rules.server.ts'
import { removeTaxRule } from '#app/registrations/offer/remove-tax-rule.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.removeTax'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const all = await listTaxRules(context.services.db, event.id)
  const one = all.find(({ id }) => id === params.rule)
  if (!one) throw notFound()
  return { name: one.name }
}

export const action = removing('rules', (db, removal, { rule }) => removeTaxRule(db, { ...removal, ruleId: rule! }))

export default function Remove() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('offer.removeTax')}
      button={t('offer.removeTaxButton')}
      lead={t('offer.removeTaxLead')}
      list="rules"
    />
  )
}
