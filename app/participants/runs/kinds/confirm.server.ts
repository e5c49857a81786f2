import type { Doing, KindRules, Looking } from '../kind-rules.server.ts'
import { cannot, isSame, willDo } from '../run-kinds.ts'
import { lookAtSeats } from '../seats-of-rows.server.ts'
import { orderOf } from './order-of.server.ts'
import { confirmByName } from '#app/registrations/seats/confirm-by-name.server.ts'
import { orThrow } from './or-throw.ts'

/** Lets held seats in without their money. */
export const confirm: KindRules = {
  look: async (db, looking: Looking) =>
    await lookAtSeats(db, looking, (seat) => {
      if (seat.state === 'confirmed') return isSame()
      if (seat.isWithMain) return isSame('run.problem.withMain')
      if (seat.mainRegistrationId !== null && seat.mainState !== 'confirmed') return cannot('run.problem.mainFirst')
      return willDo({ state: 'held' }, { state: 'confirmed' })
    }),
  async act(db, { row, now, actor }: Doing) {
    const { orderId } = await orderOf(db, row.subjectId)
    orThrow(await confirmByName(db, { registrationId: row.subjectId, orderId, now, actor }))
    return row
  },
}
