import type { LoaderFunctionArgs } from '@remix-run/node'
import { readList } from './list-reading.server.ts'
import { skillMatrix } from '#app/participants/skills/skill-matrix.server.ts'

/** The skills of a list as its reader sees it: of those whom they teach. @throws 404 for everybody else. */
export async function readSkills(args: LoaderFunctionArgs) {
  const { signedIn, event, purpose, trackIds, filter } = await readList(args, ['teaching'])
  const { services, language, now } = args.context
  const asked = { event, roles: signedIn.roles, purpose, trackIds, filter, language, now }
  return { signedIn, event, trackIds, filter, ...(await skillMatrix(services.db, asked)) }
}
