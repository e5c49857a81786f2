import type { Doing, KindRules, Looking } from '../kind-rules.server.ts'
import { cannot, isSame, willDo } from '../run-kinds.ts'
import { lookAtSeats } from '../seats-of-rows.server.ts'
import { orThrow } from './or-throw.ts'
import { decideProof } from '#app/registrations/proofs/decide-proof.server.ts'
import { Refused } from '#app/values/refusal.ts'

/** Says that what people showed for their tickets is right. The papers go at once. */
export const verify: KindRules = {
  look: async (db, looking: Looking) =>
    await lookAtSeats(db, looking, ({ proofState }) => {
      if (proofState === null) return cannot('run.problem.noProof')
      if (proofState === 'verified') return isSame()
      return proofState === 'waiting'
        ? willDo({ proof: 'waiting' }, { proof: 'verified' })
        : cannot('refusal.proof-decided')
    }),
  async act(db, { row, run, now, actor }: Doing) {
    const proof = await db
      .selectFrom('proofs')
      .select('id')
      .where('registrationId', '=', row.subjectId)
      .executeTakeFirst()
    if (!proof) throw new Refused({ code: 'gone' })
    orThrow(
      await decideProof(db, { eventId: run.eventId, proofId: proof.id, decision: { is: 'verified' }, now, actor }),
    )
    return row
  },
}
