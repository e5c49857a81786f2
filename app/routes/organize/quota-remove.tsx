import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listQuotas } from '#app/registrations/offer/queries.server.ts'
import { removeQuota } from '#app/registrations/offer/remove-quota.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.removeQuotaTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const all = await listQuotas(context.services.db, event.id)
  const one = all.find(({ id }) => id === params.quota)
  if (!one) throw notFound()
  return { name: one.name }
}

export const action = removing('tickets', (db, removal, { quota }) => removeQuota(db, { ...removal, quotaId: quota! }))

export default function Remove() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('organize.removeQuotaTitle')}
      button={t('organize.removeQuota')}
      lead={t('organize.removeQuotaLead')}
      list="tickets"
    />
  )
}
