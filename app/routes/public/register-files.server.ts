import { mayUpload } from './upload-limit.server.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import type { OrderOffer } from '#app/registrations/order-offer.ts'
import type { Fields } from '#app/values/form-state.ts'

/** Keeps the files of a form for registering: the proofs of tickets, and answers to questions that ask for one. */
export async function keepFiles(sent: Fields, { event, questions }: OrderOffer, context: RequestContext) {
  const { services, now } = context
  return await keepUploads(services.db, sent, {
    mayTake: () => mayUpload(context),
    secret: services.config.secret,
    eventId: event.id,
    now,
    purposeOf: (field) =>
      field.endsWith('].proof') ? 'proof' : questions.some((one) => isAnswerOf(one, field)) ? 'answer' : null,
  })
}

function isAnswerOf({ code, kind }: { code: string; kind: string }, field: string): boolean {
  return kind === 'file' && field.endsWith(`.answers.${code}`)
}
