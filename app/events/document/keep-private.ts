import { sessionKey } from './ids.ts'
import type { EventDocument } from './schema.ts'

/** A document without a private part leaves what is private as it is. */
export function keepPrivate(document: EventDocument, current: EventDocument | undefined): EventDocument {
  const known = current?.private
  if (document.private || !known) return document
  const open = new Set(document.quotas.map((quota) => quota.key))
  const named = new Set(known.quotas.map((quota) => quota.key))
  const asked = new Set(document.questions.map((question) => question.code))
  const quotas = new Set([...open, ...known.quotas.filter(({ size }) => size !== undefined).map(({ key }) => key)])
  const blocks = known.blocks.flatMap((block) => {
    const seats = block.seats.filter(({ quota }) => quotas.has(quota))
    return seats.length === 0 ? [] : [{ ...block, seats }]
  })
  const types = new Set([...document.ticketTypes, ...known.ticketTypes].map((type) => type.code))
  const methods = new Set<string>(document.paymentTerms.map(({ method }) => method))
  return {
    ...document,
    ...withSecrets(document, current, { areRoomsKept: !known.calendar.areRoomsPublic }),
    private: {
      ...known,
      hiddenLinks: known.hiddenLinks.filter(({ code }) => types.has(code)),
      priceRules: known.priceRules.filter(({ parts }) => parts.flat().every((code) => types.has(code))),
      paymentInstructions: known.paymentInstructions.filter(({ method }) => methods.has(method)),
      blocks,
      campaigns: known.campaigns.map((campaign) => ({
        ...campaign,
        block: blocks.some(({ key }) => key === campaign.block) ? campaign.block : null,
        ticketTypes: campaign.ticketTypes.filter((code) => types.has(code)),
      })),
      quotas: [
        ...known.quotas.filter((quota) => open.has(quota.key) || quota.size !== undefined),
        ...document.quotas.flatMap(({ key }) => (named.has(key) ? [] : [{ key, name: key, overBy: 0 }])),
      ],
      questions: known.questions.filter((question) => asked.has(question.code) || question.hidden),
    },
  }
}

/** Streams, addresses and rooms that the public document did not show; what it names is something new. */
function withSecrets(
  { tracks, sessions }: EventDocument,
  current: EventDocument,
  { areRoomsKept }: { areRoomsKept: boolean },
): Pick<EventDocument, 'tracks' | 'sessions'> {
  const ofTrack = new Map(current.tracks.map(({ code, room }) => [code, room]))
  const ofSession = new Map(current.sessions.map((session) => [sessionKey(session), session]))
  const kept = (room: string | null, known: string | null | undefined) => room ?? ((areRoomsKept && known) || null)
  return {
    tracks: tracks.map((track) => ({ ...track, room: kept(track.room, ofTrack.get(track.code)) })),
    sessions: sessions.map((one) => {
      const known = ofSession.get(sessionKey(one))
      const emails = new Map(known?.people.map(({ fullName, email }) => [fullName, email]))
      return {
        ...one,
        room: kept(one.room, known?.room),
        streamUrl: one.streamUrl ?? known?.streamUrl ?? null,
        people: one.people.map((person) => ({ ...person, email: person.email ?? emails.get(person.fullName) ?? null })),
      }
    }),
  }
}
