import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { listRooms } from '#app/programme/rooms/list-rooms.server.ts'
import { roomSchema, seenRoom } from '#app/programme/rooms/room-form.ts'
import { saveRoom } from '#app/programme/rooms/save-room.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('session.room'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const name = new URL(request.url).searchParams.get('name') ?? ''
  if (params.room === 'new') return { id: null, name, seats: null, seen: '' }
  const room = (await listRooms(context.services.db, event.id)).find(({ id }) => id === params.room)
  if (!room && !isGone(context)) throw notFound()
  return room ? { ...room, seen: seenRoom(room) } : { id: null, name, seats: null, seen: '' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
  const form = await readForm(request)
  const parsed = parseForm(form, roomSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveRoom(context.services.db, {
    eventId: event.id,
    roomId: params.room === 'new' ? null : params.room!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/programme/rooms`)
}

export default function Room() {
  const room = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead
        form={form}
        area="session"
        title={room.id === null ? t('session.rooms.add') : t('session.rooms.edit')}
      />
      <form method="post" action={path(`/organize/${slug}/programme/rooms/${room.id ?? 'new'}`)}>
        <SavedMeanwhile
          form={form}
          seen={room.seen}
          rows={[
            { name: 'name', label: t('session.rooms.name'), saved: room.name },
            { name: 'seats', label: t('session.rooms.seats'), saved: String(room.seats ?? '') },
          ]}
        />
        <TextField
          form={form}
          name="name"
          label={t('session.rooms.name')}
          hint={t('session.rooms.nameHint')}
          defaultValue={room.name}
          maxLength={120}
        />
        <TextField
          form={form}
          name="seats"
          type="number"
          label={t('session.rooms.seats')}
          hint={t('session.rooms.seatsHint')}
          defaultValue={room.seats}
          isOptional
        />
        <p className="row after">
          <button className="go">{t('session.rooms.save')}</button>{' '}
          <a href={path(`/organize/${slug}/programme/rooms`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
