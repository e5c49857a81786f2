import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listPriceRules } from '#app/registrations/offer/rules.server.ts'
import { removePriceRule } from '#app/registrations/offer/remove-price-rule.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.removePriceRule'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const all = await listPriceRules(context.services.db, event.id)
  const one = all.find(({ id }) => id === params.rule)
  if (!one) throw notFound()
  return { name: one.name }
}

export const action = removing('rules', (db, removal, { rule }) => removePriceRule(db, { ...removal, ruleId: rule! }))

export default function Remove() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('offer.removePriceRule')}
      button={t('offer.removePriceRuleButton')}
      lead={t('offer.removePriceRuleLead')}
      list="rules"
    />
  )
}
