import type { OwnForm } from '#app/applications/applying/own-form.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { findFiles } from '#app/files/read-file.server.ts'

/** The files of an application, with the questions that they answer. */
export async function ownFiles(
  { services }: Pick<RequestContext, 'services'>,
  { call, facts }: Pick<OwnForm, 'call' | 'facts'>,
) {
  const held = call.sections
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind === 'file')
    .flatMap(({ code }) => (facts.answers[code] ?? []).map((id) => ({ id, question: code })))
  const files = await findFiles(
    services.db,
    held.map(({ id }) => id),
  )
  return files
    .filter(({ erasedAt }) => erasedAt === null)
    .map(({ id, name, byteCount }) => ({
      id,
      name,
      byteCount,
      question: held.find((one) => one.id === id)!.question,
    }))
}
