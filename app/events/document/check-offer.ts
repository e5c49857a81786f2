import { once } from './check.ts'
import { checkPrivateOffer } from './check-private-offer.ts'
import { checkRules } from './check-rules.ts'
import type { PathPart } from './problems.ts'
import type { EventDocument } from './schema.ts'
import { epochMilliseconds } from '#app/values/moment.ts'

type Tell = (message: string, ...at: PathPart[]) => void
type TicketType = EventDocument['ticketTypes'][number]

/** What a schema cannot say of quotas, ticket types, prices and questions. */
export function checkOffer(event: EventDocument, tell: Tell): void {
  checkQuotas(event, tell)
  const hidden = event.private?.ticketTypes ?? []
  const quotas = new Set([...event.quotas, ...(event.private?.quotas ?? [])].map((quota) => quota.key))
  const codes = new Set<string>()
  const check = (type: TicketType, ...at: PathPart[]) => {
    if (codes.has(type.code)) tell('stands here twice', ...at, 'code')
    codes.add(type.code)
    if (type.minPerOrder > type.maxPerOrder) tell('is more than the most per order', ...at, 'minPerOrder')
    type.quotas.forEach((key, place) => {
      if (!quotas.has(key)) tell(`names a quota “${key}” that the event does not have`, ...at, 'quotas', place)
    })
    once(
      type.quotas,
      (key) => key,
      (place) => tell('stands here twice', ...at, 'quotas', place),
    )
    checkPrices(type, tell, ...at, 'priceSteps')
  }
  event.ticketTypes.forEach((type, at) => check(type, 'ticketTypes', at))
  hidden.forEach((type, at) => check(type, 'private', 'ticketTypes', at))
  once(
    hidden,
    (type) => String(type.position),
    (at) => tell('stands here twice', 'private', 'ticketTypes', at, 'position'),
  )
  checkQuestions(event, codes, tell)
  checkRules(event, codes, tell)
  checkPrivateOffer(event, { codes, quotas }, tell)
}

function checkQuotas(event: EventDocument, tell: Tell): void {
  once(
    event.quotas,
    (quota) => quota.key,
    (at) => tell('stands here twice', 'quotas', at, 'key'),
  )
  if (!event.private) return
  const known = new Set(event.quotas.map((quota) => quota.key))
  const named = new Set(event.private.quotas.map((quota) => quota.key))
  once(
    event.private.quotas,
    (quota) => quota.key,
    (at) => tell('stands here twice', 'private', 'quotas', at, 'key'),
  )
  event.private.quotas.forEach((quota, at) => {
    if (!known.has(quota.key) && quota.size === undefined) tell('is missing', 'private', 'quotas', at, 'size')
    if (known.has(quota.key) && quota.size !== undefined)
      tell('is told among the public quotas already', 'private', 'quotas', at, 'size')
  })
  event.quotas.forEach((quota, at) => {
    if (named.size > 0 && !named.has(quota.key)) tell('has no name in the private part', 'quotas', at, 'key')
  })
}

function checkPrices(type: TicketType, tell: Tell, ...at: PathPart[]): void {
  const steps = type.priceSteps.map((step, place) => ({
    place,
    currency: step.currency,
    from: step.startsAt ? epochMilliseconds(step.startsAt) : -Infinity,
    until: step.endsAt ? epochMilliseconds(step.endsAt) : Infinity,
  }))
  for (const step of steps) {
    if (step.until <= step.from) tell('is not after the start', ...at, step.place, 'endsAt')
    const earlier = steps.find(
      (other) =>
        other.place < step.place &&
        other.currency === step.currency &&
        other.from < step.until &&
        step.from < other.until,
    )
    if (earlier) tell(`overlaps with the price step before it, ${earlier.place + 1}`, ...at, step.place)
  }
}

function checkQuestions(event: EventDocument, types: Set<string>, tell: Tell): void {
  once(
    event.questions,
    (question) => question.code,
    (at) => tell('stands here twice', 'questions', at, 'code'),
  )
  const known = (codes: string[], ...at: PathPart[]) =>
    codes.forEach((code, place) => {
      if (!types.has(code)) tell(`names a ticket type “${code}” that the event does not have`, ...at, place)
    })
  event.questions.forEach((question, at) => known(question.ticketTypes, 'questions', at, 'ticketTypes'))
  const asked = new Set(event.questions.map((question) => question.code))
  const every = new Set([...asked, ...(event.private?.questions ?? []).map((question) => question.code)])
  const tracks = new Set(event.tracks.map((track) => track.code))
  event.questions.forEach((question, at) => {
    const before = question.shownWhen?.question
    if (before !== undefined && (!every.has(before) || before === question.code))
      tell(`depends on “${before}”, which is no other question of the event`, 'questions', at, 'shownWhen')
    question.tracks.forEach((code, place) => {
      if (!tracks.has(code)) tell(`names a track “${code}” that the event does not have`, 'questions', at, place)
    })
  })
  const secret = event.private?.questions ?? []
  once(
    secret,
    (question) => question.code,
    (at) => tell('stands here twice', 'private', 'questions', at, 'code'),
  )
  secret.forEach((question, at) => {
    if (!asked.has(question.code) && !question.hidden)
      tell('names a question that the event does not have', 'private', 'questions', at, 'code')
    if (asked.has(question.code) && question.hidden)
      tell('is told among the public questions already', 'private', 'questions', at, 'hidden')
    if (question.hidden && question.hiddenTicketTypes.length === 0)
      tell('must name the hidden ticket types that it is asked with', 'private', 'questions', at, 'hiddenTicketTypes')
    known(question.hiddenTicketTypes, 'private', 'questions', at, 'hiddenTicketTypes')
  })
}
