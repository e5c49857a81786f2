import type { ActionFunctionArgs } from '@remix-run/node'
import { labAsked } from './lab-asked.server.ts'
import { labDone } from './lab-done.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { MOST_GROUPS } from '#app/participants/lab/deal-groups.ts'
import { dealOut } from '#app/participants/lab/set-groups.server.ts'

/** Deals everybody out; a number of groups that cannot be is the nearest that can. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { lab, slug, trackId } = await labAsked(request, context, params.event!)
  const form = await readForm(request)
  const count = Math.min(MOST_GROUPS, Math.max(1, Math.trunc(Number(form.get('count')) || 1)))
  const by = form.get('by') === 'list' ? 'list' : 'countries'
  const done = await dealOut(context.services.db, { ...lab, count, by })
  const page = `/teach/${slug}/lab/groups?${new URLSearchParams({ track: trackId })}`
  return labDone(context, done, ({ dealt }) => `${page}&dealt=${dealt}`)
}
