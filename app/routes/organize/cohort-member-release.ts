import type { ActionFunctionArgs } from '@remix-run/node'
import { requireCohort, versionOf } from './cohort-reading.server.ts'
import { releaseMember } from '#app/applications/selection/cohorts/release-member.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'

/** Leaves one person to the suggestion again. Where somebody changed the cohort meanwhile, its page is shown as it is now. */
export async function action(args: ActionFunctionArgs) {
  const { call, cohort, actor, base } = await requireCohort(args)
  const { services, now } = args.context
  const version = versionOf(await readForm(args.request))
  const applicationId = args.params['application']!
  const asked = { call, cohortId: cohort.id, version, applicationId, now, actor }
  const released = await releaseMember(services.db, asked)
  const page = `${base}/${cohort.id}`
  return seeOther(args.context, released.ok ? `${page}?done=saved` : `${page}/members/${applicationId}`)
}
