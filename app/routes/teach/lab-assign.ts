import type { ActionFunctionArgs } from '@remix-run/node'
import { seatAsked } from './lab-asked.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { assignSeat } from '#app/participants/lab/assign-seat.server.ts'

/** Seats somebody; when somebody else changed the seat meanwhile, its page says so and shows how it stands. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { seat, page } = await seatAsked(request, context, params.event!, params.seat!)
  const form = await readForm(request)
  const id = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const done = await assignSeat(context.services.db, { ...seat, registrationId: id('registrationId'), was: id('was') })
  if (done.ok) return seeOther(context, `${page}&saved`)
  if (done.refusals.some(({ code }) => code === 'busy'))
    throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(context, `/teach/${params.event}/lab/seats/${params.seat}?stale`)
}
