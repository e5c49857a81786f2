import type { LoaderFunctionArgs } from '@remix-run/node'
import { readRankedCall } from './ranking-reading.server.ts'
import { findCohort } from '#app/applications/selection/cohorts/find-cohort.server.ts'
import { notFound } from '#app/http/answers.ts'

/** A cohort of the call, for who may organize it. @throws 404 for everybody else, and for a cohort of another call. */
export async function requireCohort(args: LoaderFunctionArgs) {
  const found = await readRankedCall(args)
  const asked = { callId: found.call.id, cohortId: args.params['cohort']! }
  const cohort = await findCohort(args.context.services.db, asked)
  if (!cohort) throw notFound()
  const actor = { kind: 'account', id: found.signedIn.accountId } as const
  const base = `/organize/${found.event.slug}/calls/${found.call.slug}/cohorts`
  return { ...found, cohort, actor, base }
}

/** What stands in a form of a cohort: the version that it was filled in over. */
export function versionOf(form: FormData): number {
  const typed = form.get('version')
  return typeof typed === 'string' && /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}
