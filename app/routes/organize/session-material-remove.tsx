import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { findMaterial } from '#app/programme/sessions/materials.server.ts'
import { removeMaterial } from '#app/programme/sessions/remove-material.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('session.materials.removeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const asked = { eventId: event.id, sessionId: params.session!, materialId: params.material! }
  const material = await findMaterial(context.services.db, { ...asked, audience: 'instructors' })
  if (!material) throw notFound()
  return { name: material.title, list: `programme/sessions/${params.session!}/materials` }
}

export const action = removing(
  ({ session }) => `programme/sessions/${session!}/materials`,
  (db, removal, { session, material }) =>
    removeMaterial(db, { ...removal, sessionId: session!, materialId: material! }),
  'programme',
)

export default function Remove() {
  const { name, list } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('session.materials.removeTitle')}
      button={t('session.materials.removeButton')}
      lead={t('session.materials.removeLead')}
      list={list}
    />
  )
}
