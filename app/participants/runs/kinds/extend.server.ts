import type { Doing, KindRules, Looking } from '../kind-rules.server.ts'
import { cannot, isSame, type RunProps, willDo } from '../run-kinds.ts'
import { lookAtSeats } from '../seats-of-rows.server.ts'
import { moveHold } from '#app/registrations/seats/move-hold.server.ts'
import { Refused } from '#app/values/refusal.ts'

type Props = Extract<RunProps, { kind: 'extend' }>

/** Lets held seats wait longer for their money; never shorter. */
export const extend: KindRules = {
  look: async (db, looking: Looking<Props>) => {
    const { until } = looking.run.props
    return await lookAtSeats(db, looking, (seat) => {
      if (seat.state !== 'held' || seat.heldUntil === null) return cannot('run.problem.notHeld')
      if (until <= looking.now) return cannot('run.problem.untilOver')
      if (seat.isWithMain) return isSame('run.problem.withMain')
      return seat.heldUntil >= until
        ? isSame('run.problem.heldLonger')
        : willDo({ heldUntil: seat.heldUntil }, { heldUntil: until })
    })
  },
  async act(db, { row, run, now, actor }: Doing<Props>) {
    const [from, to] = [String(row.before['heldUntil']), String(row.after['heldUntil'])]
    await moveHold(db, { registrationId: row.subjectId, eventId: run.eventId, from, to, now, actor })
    return row
  },
  async undo(db, { row, run, now, actor }: Doing<Props>) {
    const [to, from] = [String(row.before['heldUntil']), String(row.after['heldUntil'])]
    if (to <= now) throw new Refused({ code: 'run-hold-over' })
    await moveHold(db, { registrationId: row.subjectId, eventId: run.eventId, from, to, now, actor })
  },
}
