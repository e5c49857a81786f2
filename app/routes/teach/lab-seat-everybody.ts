import type { ActionFunctionArgs } from '@remix-run/node'
import { labAsked } from './lab-asked.server.ts'
import { labDone } from './lab-done.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { assignEverybody, SEATING_ORDERS } from '#app/participants/lab/assign-everybody.server.ts'

/** Seats those who have no seat. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { lab, page } = await labAsked(request, context, params.event!)
  const form = await readForm(request)
  const by = SEATING_ORDERS.find((one) => one === form.get('by')) ?? 'list'
  const done = await assignEverybody(context.services.db, { ...lab, by })
  return labDone(context, done, (value) => `${page}&seated=${value.seated}`)
}
