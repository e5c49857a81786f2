import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { listTracks } from '#app/events/editing-queries.server.ts'
import { removeTrack } from '#app/events/remove-track.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.removeTrackTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const all = await listTracks(context.services.db, event.id, context.language)
  const one = all.find(({ id }) => id === params.track)
  if (!one) throw notFound()
  return { name: `${one.code}: ${one.title}` }
}

export const action = removing(
  'tracks',
  (db, removal, { track }) => removeTrack(db, { ...removal, trackId: track! }),
  'programme',
)

export default function Remove() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('organize.removeTrackTitle')}
      button={t('organize.removeTrack')}
      lead={t('organize.removeTrackLead')}
      list="tracks"
    />
  )
}
