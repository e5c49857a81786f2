import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { listRooms, usesOfRoom } from '#app/programme/rooms/list-rooms.server.ts'
import { removeRoom } from '#app/programme/rooms/remove-room.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('session.rooms.removeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const room = (await listRooms(db, event.id)).find(({ id }) => id === params.room)
  if (!room) throw notFound()
  return { name: room.name, ...(await usesOfRoom(db, { eventId: event.id, name: room.name })) }
}

export const action = removing(
  'programme/rooms',
  (db, removal, { room }) => removeRoom(db, { ...removal, roomId: room! }),
  'programme',
)

export default function Remove() {
  const { name, sessions, tracks } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, language, path } = usePage()
  const isUsed = sessions.length + tracks.length > 0
  return (
    <Confirm
      form={form}
      title={t('session.rooms.removeTitle')}
      button={t('session.rooms.removeButton')}
      back={`/organize/${slug}/programme/rooms`}
      isBlocked={isUsed}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{isUsed ? t('session.rooms.used') : t('session.rooms.removeLead')}</p>
      {isUsed && (
        <ul>
          {sessions.map(({ id, title, heldOn, startsTime }) => (
            <li key={id}>
              <a href={path(`/organize/${slug}/programme/sessions/${id}`)}>
                <bdi>{title}</bdi>
              </a>{' '}
              <small>
                {formatDay(heldOn, language, { weekday: true, year: false })}, {startsTime}
              </small>
            </li>
          ))}
          {tracks.map(({ id, code }) => (
            <li key={id}>
              <a href={path(`/organize/${slug}/tracks/${id}`)}>
                {t('organize.track')} <bdi>{code}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Confirm>
  )
}
