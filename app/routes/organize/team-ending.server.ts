import type { ActionFunctionArgs } from '@remix-run/node'
import { refused } from './failed.server.ts'
import { requireTeam } from './team-place.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import type { TeamPlace } from '#app/people/team/team-queries.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'

interface OfTeam {
  team: TeamPlace
  id: string
  now: Instant
  actor: Actor
}

/** The action that does something to one role or invitation of a team, and leads back to the team. */
export function ofTeam(done: string, act: (db: Services['db'], input: OfTeam) => Promise<Result<void>>) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { event, team, actor } = await requireTeam(request, context, params.event!)
    const form = await readForm(request)
    const acted = await act(context.services.db, {
      team,
      id: (params['role'] ?? params['invitation'])!,
      now: context.now,
      actor,
    })
    if (!acted.ok && !acted.refusals.some(({ code }) => code === 'gone')) return refused(form, acted.refusals)
    return seeOther(context, `/organize/${event.slug}/team?done=${done}`)
  }
}
