import type { ActionFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import type { Failure } from './failed.server.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'

export { default, handle, loader, meta } from './details.tsx'

/** The details with the texts as they were typed shown as the page will show them; nothing is saved. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  return data<Failure & { isPreview: true }>({ form: refusedForm(form, []), conflict: null, isPreview: true })
}
