import { mayUpload } from './upload-limit.server.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { findFiles } from '#app/files/read-file.server.ts'
import { uploadToken } from '#app/files/upload-token.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { isSeatKey } from '#app/registrations/order-key.ts'
import { type OwnSeat, ownSeat } from '#app/registrations/naming/own-seat.server.ts'
import { answersForm, fileFields } from '#app/registrations/questions/answers-form.ts'
import { couldBeShown } from '#app/registrations/questions/shown-questions.ts'
import { shownInForm } from '#app/registrations/questions/typed-answers.ts'
import { parseCode } from '#app/values/code.ts'
import type { FormState } from '#app/values/form-state.ts'

const STAGE = 'registering' as const

/** The seat in the address, for whoever has the key of the person on it; null for everybody else. */
export async function seatOfKey(
  request: Request,
  code: string | undefined,
  { services, language }: RequestContext,
): Promise<{ seat: OwnSeat; key: string } | null> {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const seat = await ownSeat(services.db, parseCode(code ?? '') ?? '', language)
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isSeatKey(services.config.secret, seat ?? { id: '', personId: '', keyVersion: 0 }, key)
  return seat && isTheirs ? { seat, key } : null
}

/** What the person is asked when registering, and what they answered. */
export async function questionsOf(seat: OwnSeat, { services: { db, config }, now }: RequestContext) {
  const questions = couldBeShown(seat.questions, placeOf(seat), {})
  const files = questions.filter(({ kind }) => kind === 'file').flatMap(({ code }) => seat.answers[code] ?? [])
  const kept = await findFiles(db, files)
  const tokenOf = (id: string) => {
    const file = kept.find((one) => one.id === id && one.erasedAt === null)
    return file && uploadToken(config.secret, { ...file, at: now })
  }
  const answers: FormState = answersForm(questions, seat.answers, { name: 'answers', tokenOf })
  return { questions, answers }
}

/** The form that was sent, with its files kept, and the questions that its answers lead to. */
export async function sentForm(request: Request, seat: OwnSeat, context: RequestContext) {
  const { services, now } = context
  const { db, config } = services
  const { form, refusals } = await keepUploads(db, await readForm(request, { files: true }), {
    mayTake: () => mayUpload(context),
    secret: config.secret,
    eventId: seat.event.id,
    now,
    purposeOf: fileFields(seat.questions),
  })
  const shown = shownInForm(seat.questions, placeOf(seat), { form: refusedForm(form, []), name: 'answers' })
  return { form, refusals, shown }
}

function placeOf({ ticketTypeId, trackId }: OwnSeat) {
  return { ticketTypeId, trackId, stage: STAGE }
}
