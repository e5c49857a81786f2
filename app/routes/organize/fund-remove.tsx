import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { removeFund } from '#app/scholarships/funds/remove-fund.server.ts'
import { isUsed } from '#app/scholarships/funds/save-fund.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('fund.removeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const fund = (await listFunds(db, event.id)).find(({ id }) => id === params.fund)
  if (!fund) throw notFound()
  return { name: fund.name, isUsed: await isUsed(db, fund.id) }
}

export const action = removing('funds', (db, removal, { fund }) => removeFund(db, { ...removal, fundId: fund! }))

export default function Remove() {
  const { name, isUsed } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('fund.removeTitle')}
      button={t('fund.remove')}
      lead={isUsed ? t('fund.used') : t('fund.removeLead')}
      list="funds"
      isBlocked={isUsed}
    />
  )
}
