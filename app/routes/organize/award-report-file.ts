import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireAward } from './award.server.ts'
import { keptFile } from './kept-file.server.ts'
import { reportFileId } from '#app/scholarships/awards/report-file-id.server.ts'

/** The report that the holder of an award handed in as a file. */
export async function loader(given: LoaderFunctionArgs) {
  const { award } = await requireAward(given)
  const { db } = given.context.services
  return await keptFile(db, await reportFileId(db, award.id), 'report')
}
