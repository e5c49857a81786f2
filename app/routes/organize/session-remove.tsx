import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'
import { removeSession } from '#app/programme/sessions/remove-session.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('session.removeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const found = await findSession(context.services.db, { eventId: event.id, sessionId: params.session! })
  if (!found) throw notFound()
  return { name: found.session.title, signedUp: found.session.signedUp }
}

export const action = removing(
  'programme',
  (db, removal, { session }) => removeSession(db, { ...removal, sessionId: session! }),
  'programme',
)

export default function Remove() {
  const { name, signedUp } = useLoaderData<typeof loader>()
  const { t } = usePage()
  const lead = [t('session.removeLead'), signedUp > 0 && t('session.removeSignedUp', { count: signedUp })]
  return (
    <Removal
      name={name}
      title={t('session.removeTitle')}
      button={t('session.removeButton')}
      lead={lead.filter(Boolean).join(' ')}
      list="programme"
    />
  )
}
