import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { MoveButtons } from './move-buttons.tsx'
import { requireRight } from '#app/http/guards.server.ts'
import { listRooms, type ListedRoom } from '#app/programme/rooms/list-rooms.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('session.rooms.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  return { rooms: await listRooms(context.services.db, event.id) }
}

export default function Rooms() {
  const { rooms } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const described = rooms.filter(({ id }) => id !== null)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('session.rooms.title')}</h1>
          <p className="mute">{t('session.rooms.lead')}</p>
        </div>
        <a className="btn go" href={path(`/organize/${slug}/programme/rooms/new`)}>
          {t('session.rooms.add')}
        </a>
      </div>
      {rooms.length === 0 ? (
        <Empty title={t('session.rooms.none')} level="h2">
          <p>{t('session.rooms.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('session.rooms.title')}>
          <thead>
            <tr>
              <th scope="col">{t('session.rooms.name')}</th>
              <th scope="col" className="num">
                {t('session.rooms.seats')}
              </th>
              <th scope="col" className="num more">
                {t('session.rooms.held')}
              </th>
              <th scope="col" className="num more">
                {t('session.rooms.tracks')}
              </th>
              <th scope="col">
                <span className="vh">{t('organize.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rooms.map((room) => (
              <Row key={room.name} room={room} isFirst={room === described[0]} isLast={room === described.at(-1)} />
            ))}
          </tbody>
        </ScrollTable>
      )}
    </>
  )
}

function Row({ room, isFirst, isLast }: { room: ListedRoom; isFirst: boolean; isLast: boolean }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/programme/rooms`)
  const address = room.id === null ? `${base}/new?${new URLSearchParams({ name: room.name })}` : `${base}/${room.id}`
  const name = <span className="vh"> {room.name}</span>
  return (
    <tr id={room.id === null ? undefined : `r-${room.id}`}>
      <th scope="row">
        {room.id === null ? (
          <bdi>{room.name}</bdi>
        ) : (
          <a href={address}>
            <bdi>{room.name}</bdi>
          </a>
        )}
      </th>
      <td className="num">{room.seats ?? '–'}</td>
      <td className="num more">{room.sessions}</td>
      <td className="num more">{room.tracks}</td>
      <td>
        {room.id === null ? (
          <a href={address}>
            {t('session.rooms.describe')}
            {name}
          </a>
        ) : (
          <div className="row">
            <MoveButtons address={address} name={room.name} isFirst={isFirst} isLast={isLast} />
            <a href={`${address}/remove`}>
              {t('organize.remove')}
              {name}
            </a>
          </div>
        )}
      </td>
    </tr>
  )
}
