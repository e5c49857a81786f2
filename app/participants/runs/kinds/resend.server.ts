import type { Doing, KindRules, Looking } from '../kind-rules.server.ts'
import { cannot, willDo } from '../run-kinds.ts'
import { lookAtSeats } from '../seats-of-rows.server.ts'
import { mailTicketAgain } from '#app/registrations/naming/mail-ticket-again.server.ts'
import { Refused } from '#app/values/refusal.ts'

/** Mails people their tickets once more. */
export const resend: KindRules = {
  look: async (db, looking: Looking) =>
    await lookAtSeats(db, looking, ({ state, email }) => {
      if (state !== 'confirmed') return cannot('refusal.seat-held')
      return email === null ? cannot('run.problem.noAddress') : willDo({}, { mail: 'ticket' })
    }),
  async act(db, { row, now }: Doing) {
    if (!(await mailTicketAgain(db, { registrationId: row.subjectId, now }))) throw new Refused({ code: 'seat-gone' })
    return row
  },
}
