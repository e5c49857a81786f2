import type { LoaderFunctionArgs } from '@remix-run/node'
import { type AttendanceSlot, readSlots } from '#app/attendance/read-slots.server.ts'
import { slotOfNow } from '#app/attendance/slot-of-now.ts'
import { notFound } from '#app/http/answers.ts'
import { requireInstructor } from '#app/http/guards.server.ts'

/** What somebody may mark at the event, and what of it the address asks for; another track's session is as if it were not. */
export async function readAttendance({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, params.event!)
  const { services, language, now } = context
  const address = new URL(request.url).searchParams
  const all = await readSlots(services.db, { eventId: event.id, language })
  const slots = slotsWithin(all, trackIds)
  const asked = address.get('slot')
  const slot = asked ? (slots.find(({ key }) => key === asked) ?? null) : slotOfNow(slots, now)
  if (asked && !slot) throw notFound()
  return { signedIn, event, trackIds, slots, slot, asked: asked ? slot : null, address }
}

function slotsWithin(slots: AttendanceSlot[], trackIds: string[] | 'all'): AttendanceSlot[] {
  return slots.filter(({ trackId }) => trackId === null || trackIds === 'all' || trackIds.includes(trackId))
}
