import { buildOffer } from './build-offer.ts'
import { buildPrivateOffer } from './build-private-offer.ts'
import { buildProgramme } from './build-programme.ts'
import { buildRules } from './build-rules.ts'
import type { EventRows } from './load-rows.server.ts'
import type { EventDocument } from './schema.ts'
import { currentZoneName } from '#app/values/zones/zone-names.ts'

/** The rows of one event: of every table those that are its own. */
export function rowsOfEvent(rows: EventRows, event: EventRows['events'][number]) {
  const own = <T extends { eventId: string }>(all: T[]) => all.filter((row) => row.eventId === event.id)
  return {
    ...rows,
    event,
    texts: own(rows.texts),
    languages: own(rows.languages),
    visaNotes: own(rows.visaNotes),
    topics: own(rows.topics),
    sources: own(rows.sources),
    people: own(rows.people),
    tracks: own(rows.tracks),
    rooms: own(rows.rooms),
    sessions: own(rows.sessions),
    quotas: own(rows.quotas),
    ticketTypes: own(rows.ticketTypes),
    questions: own(rows.questions),
    questionStages: own(rows.questionStages),
    taxRules: own(rows.taxRules),
    priceRules: own(rows.priceRules),
    refundRules: own(rows.refundRules),
    changeRules: own(rows.changeRules),
    paymentTerms: own(rows.paymentTerms),
    waitingListRules: own(rows.waitingListRules),
    blocks: own(rows.blocks),
    campaigns: own(rows.campaigns),
    vouchers: own(rows.vouchers),
    eligiblePeople: own(rows.eligiblePeople),
    neighbours: own(rows.neighbours),
  }
}

export type OwnRows = ReturnType<typeof rowsOfEvent>

/** The document of an event. Without the private part it shows nothing that the public may not see. */
export function buildDocument(rows: OwnRows, isPrivate: boolean): EventDocument {
  const { event } = rows
  const isShown = ({ status }: { status: string }) => isPrivate || status !== 'draft'
  const parent = rows.parents.find((row) => row.id === event.parentId)
  const { private: privateOffer, ...offer } = buildOffer(rows)
  const { private: privateProgramme, ...programme } = buildProgramme(rows, {
    hasRooms: isPrivate || event.areRoomsPublic === 1,
    isPrivate,
  })
  const { private: privateRules, ...rules } = buildRules(rows)
  return {
    slug: event.slug,
    series: buildSeries(rows),
    edition: event.edition,
    status: event.status,
    postponedAt: event.postponedAt,
    isSample: event.isSample === 1,
    language: event.language,
    texts: Object.fromEntries(rows.texts.map(({ eventId: _, language, ...texts }) => [language, texts])),
    dates: {
      startsOn: event.startsOn,
      endsOn: event.endsOn,
      startsTime: event.startsTime,
      endsTime: event.endsTime,
      startsLater: event.startsLater === 1,
      endsLater: event.endsLater === 1,
      zone: currentZoneName(event.zone),
    },
    place: {
      country: event.country,
      city: event.city,
      venue: event.venue,
      address: event.address,
      latitude: event.latitude,
      longitude: event.longitude,
      seats: event.venueSeats,
    },
    travelNotes: buildTravelNotes(rows),
    conduct:
      event.conductUrl !== null && event.conductVersion !== null
        ? { url: event.conductUrl, version: event.conductVersion }
        : null,
    format: event.format,
    level: event.level,
    languages: rows.languages.map((row) => row.language),
    topics: buildTopics(rows),
    host: buildHost(rows),
    parent: parent && isShown(parent) ? parent.slug : null,
    neighbours: rows.neighbours.filter(isShown).map(({ slug, relation }) => ({ event: slug, relation })),
    contactEmail: event.contactEmail,
    websiteUrl: event.websiteUrl,
    admission: event.admission,
    applications: { opensAt: event.applyFromAt, closesAt: event.applyUntilAt },
    scholarships: { opensAt: event.scholarshipFromAt, closesAt: event.scholarshipUntilAt },
    currency: event.currency,
    paymentMethods: event.paymentMethods.split(/[\s,]+/).filter(Boolean),
    confirmsOn: event.confirmsOn,
    ...programme,
    ...offer,
    ...rules,
    history: buildHistory(rows),
    sources: rows.sources.map(({ citation, url }) => ({ citation, url })),
    sequence: event.sequence,
    updatedAt: event.updatedAt,
    ...(isPrivate
      ? {
          private: {
            onlineUrl: event.onlineUrl,
            calendar: {
              isJoinPublic: event.isJoinPublic === 1,
              areRoomsPublic: event.areRoomsPublic === 1,
              mail: event.calendarMail,
            },
            ...privateOffer,
            ...privateProgramme,
            ...privateRules,
            ...buildPrivateOffer(rows),
          },
        }
      : {}),
  }
}

function buildSeries({ event, series, seriesTexts }: OwnRows): EventDocument['series'] {
  const { id, slug, mark, position } = series.find((row) => row.id === event.seriesId)!
  const texts = seriesTexts
    .filter((row) => row.seriesId === id)
    .map(({ seriesId: _, language, ...texts }) => [language, texts] as const)
  return { slug, mark, position, texts: Object.fromEntries(texts) }
}

function buildTopics({ topics, topicTexts }: OwnRows): EventDocument['topics'] {
  return topics.map(({ topic }) => {
    const names = topicTexts.filter((row) => row.slug === topic).map(({ language, name }) => [language, name] as const)
    return { slug: topic, names: Object.fromEntries(names) }
  })
}

function buildTravelNotes({ visaNotes }: OwnRows): EventDocument['travelNotes'] {
  return [...Map.groupBy(visaNotes, ({ country }) => country)].map(([country, notes]) => ({
    country,
    texts: Object.fromEntries(notes.map(({ language, note }) => [language, note])),
  }))
}

function buildHost({ event, hosts }: OwnRows): EventDocument['host'] {
  const host = hosts.find((row) => row.id === event.hostId)
  return host ? { slug: host.slug, name: host.name, kind: host.kind, country: host.country, url: host.url } : null
}

function buildHistory({ event }: OwnRows): EventDocument['history'] {
  const history = {
    attendance: event.attendance,
    countries: event.attendanceCountries,
    confidence: event.confidence,
    notes: event.historyNotes,
  }
  return Object.values(history).every((value) => value === null) ? null : history
}
