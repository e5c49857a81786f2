import type { ActionFunctionArgs } from '@remix-run/node'
import { saveTyped } from './review-saving.server.ts'
import { seeOther } from '#app/http/answers.ts'

export { default, handle, loader, meta } from './application.tsx'

/** Saves, and opens the next that has no whole score; what lacks one stays here and says so. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const saved = await saveTyped(request, context, params, { mustBeWhole: true })
  if (!('place' in saved)) return saved
  const { list, place, label } = saved
  if (place.nextOpen === null) return seeOther(context, `${list}?finished=${label}`)
  return seeOther(context, `${list}/${place.nextOpen}?saved=${label}`)
}
