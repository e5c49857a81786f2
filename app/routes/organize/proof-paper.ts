import type { LoaderFunctionArgs } from '@remix-run/node'
import { disposition } from '#app/http/disposition.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { notFound } from '#app/http/answers.ts'
import { fileAnswer } from '#app/http/file-answer.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { findProof } from '#app/registrations/proofs/queries.server.ts'

/** The paper of a proof, while nobody has decided. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { services, language } = context
  const proof = await findProof(services.db, { eventId: event.id, proofId: params.proof!, language })
  const file = proof?.fileId ? await readFile(services.db, proof.fileId) : null
  if (!file) throw notFound()
  return fileAnswer(file, disposition(file.name, { fallback: 'paper' }))
}
