import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailTickets } from './mail-order.server.ts'
import { mailSeat } from './mail-seat.server.ts'
import { addressOf } from './mail-site.ts'
import { proofRefused } from '#emails/proof-refused.ts'

export const composeProofRefused: Composer = async (db, site, { subjectId, language }) => {
  const seat = await mailSeat(db, subjectId)
  const [ticket] = await mailTickets(db, { registrationId: subjectId }, language)
  const proof = await db
    .selectFrom('proofs')
    .select(['state', 'reason'])
    .where('registrationId', '=', subjectId)
    .executeTakeFirst()
  if (!seat || !ticket || !proof) return { withdrawn: 'gone' }
  if (proof.state !== 'refused' || !['held', 'confirmed'].includes(seat.state)) return { withdrawn: 'outdated' }
  const event = await mailEvent(db, site, seat.eventId, language)
  if (!event) return { withdrawn: 'gone' }
  if (event.status === 'cancelled') return { withdrawn: 'outdated' }
  const key = new URLSearchParams({ key: site.seatKey(seat) })
  return {
    letter: proofRefused({
      language,
      event,
      ticket,
      reason: proof.reason ?? '',
      url: addressOf(site, language, `/registrations/${seat.code}?${key}`),
    }),
    replyTo: event.contactEmail,
  }
}
