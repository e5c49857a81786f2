import { type ActionFunctionArgs, data } from '@remix-run/node'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'

export { default, handle, loader, meta } from './sheet-file.tsx'

/** The lines again as they were, to be changed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await requireInstructor(request, context, params.event!)
  return data({ form: refusedForm(await readForm(request), []) })
}
