import type { Doing, KindRules, Looking } from '../kind-rules.server.ts'
import { cannot, type Image, isSame, type RunProps, willDo } from '../run-kinds.ts'
import { lookAtSeats } from '../seats-of-rows.server.ts'
import { changeTrack } from '#app/registrations/changes/change-track.server.ts'

type Props = Extract<RunProps, { kind: 'track' }>

/** Puts seats into another track. A ticket that is one of a track itself is changed instead. */
export const track: KindRules = {
  look: async (db, looking: Looking<Props>) => {
    const { trackId } = looking.run.props
    return await lookAtSeats(db, looking, (seat) => {
      if ((seat.trackId ?? seat.typeTrackId) === trackId) return isSame()
      if (seat.typeTrackId !== null) return cannot('run.problem.trackOfTicket')
      return willDo({ trackId: seat.trackId }, { trackId })
    })
  },
  async act(db, doing: Doing<Props>) {
    await change(db, doing, doing.row.before, doing.row.after)
    return doing.row
  },
  undo: async (db, doing: Doing<Props>) => await change(db, doing, doing.row.after, doing.row.before),
}

async function change(
  db: Parameters<typeof changeTrack>[0],
  { row, run, now, actor }: Doing<Props>,
  from: Image,
  to: Image,
): Promise<void> {
  const idOf = ({ trackId }: Image) => (typeof trackId === 'string' ? trackId : null)
  const { subjectId: registrationId } = row
  await changeTrack(db, { registrationId, eventId: run.eventId, from: idOf(from), to: idOf(to), now, actor })
}
