import type { LoaderFunctionArgs } from '@remix-run/node'
import { readingAs } from './reading-as.server.ts'
import { previewLetter } from '#app/broadcasts/preview-letter.server.ts'
import { notFound } from '#app/http/answers.ts'
import { letterAnswer } from '#app/http/letter-answer.ts'

/** A message as one of its readers gets it, as a page of its own. */
export async function loader(args: LoaderFunctionArgs) {
  const { broadcast, reader } = await readingAs(args)
  const { db, config } = args.context.services
  const written = reader && (await previewLetter(db, { broadcast, reader, baseUrl: config.baseUrl }))
  if (!written) throw notFound()
  return letterAnswer(written.letter.html)
}
