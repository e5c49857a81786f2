import type { OwnRows } from './build-document.ts'
import type { EventDocument } from './schema.ts'

type TicketType = EventDocument['ticketTypes'][number]
type Options = EventDocument['questions'][number]['texts'][string]['options']

/**
 * Quotas, ticket types and questions of an event; what only hidden ticket types use goes to the private part, but the
 * places of a track are told to everybody.
 */
export function buildOffer(rows: OwnRows) {
  const keys = keysOf(rows.quotas, 'q')
  const codes = new Map(rows.tracks.map((track) => [track.id, track.code]))
  const trackOf = (trackId: string | null) => (trackId === null ? null : (codes.get(trackId) ?? null))
  const types = rows.ticketTypes.map((type, position) => ({
    isHidden: type.isHidden === 1,
    position,
    ...buildType(rows, type, keys, trackOf(type.trackId)),
  }))
  const shown = types.filter((type) => !type.isHidden).map((type) => type.document)
  const isHiddenOnly = (key: string) =>
    types.some((type) => type.document.quotas.includes(key)) && !shown.some((type) => type.quotas.includes(key))

  const quotas = rows.quotas.map((quota) => {
    const key = keys.get(quota.id)!
    const open = { key, size: quota.size, track: trackOf(quota.trackId) }
    const secret = { key, name: quota.name, overBy: quota.overBy }
    return quota.trackId === null && isHiddenOnly(key) ? { secret: { ...open, ...secret } } : { open, secret }
  })
  const hiddenCodes = new Set(types.filter((type) => type.isHidden).map((type) => type.document.code))
  const questions = buildQuestions(rows, hiddenCodes)
  return {
    quotas: quotas.flatMap(({ open }) => (open ? [open] : [])),
    ticketTypes: shown,
    questions: questions.flatMap(({ open }) => (open ? [open] : [])),
    private: {
      quotas: quotas.map(({ secret }) => secret),
      ticketTypes: types.filter((type) => type.isHidden).map(({ document, position }) => ({ ...document, position })),
      questions: questions.map(({ secret }) => secret),
      hiddenLinks: types.flatMap(({ isHidden, links }) =>
        !isHidden && (links.mains.length > 0 || links.remote !== null) ? [links] : [],
      ),
    },
  }
}

/** What names a row inside a document: `q1`, `q2` … in their order. */
export function keysOf(rows: { id: string }[], letter: string): Map<string, string> {
  return new Map(rows.map((row, at) => [row.id, `${letter}${at + 1}`]))
}

type HiddenLinks = { code: string; mains: string[]; remote: string | null }

/** A ticket type; what it says of hidden ones is apart, unless it is hidden itself. */
function buildType(
  rows: OwnRows,
  type: OwnRows['ticketTypes'][number],
  keys: Map<string, string>,
  track: string | null,
): { document: TicketType; links: HiddenLinks } {
  const isTold = (id: string) =>
    type.isHidden === 1 || rows.ticketTypes.some((other) => other.id === id && other.isHidden === 0)
  const codeOf = (id: string) => rows.ticketTypes.find((other) => other.id === id)!.code
  const mains = rows.ticketTypeMains.filter((row) => row.ticketTypeId === type.id).map((row) => row.mainTypeId)
  const remote = type.remoteTypeId
  const texts = rows.ticketTypeTexts
    .filter((row) => row.ticketTypeId === type.id)
    .map(({ ticketTypeId: _, language, ...texts }) => [language, texts] as const)
  const document = {
    code: type.code,
    texts: Object.fromEntries(texts),
    track,
    audience: type.audience,
    scope: type.scope,
    isAddon: type.isAddon === 1,
    allowsGuest: type.allowsGuest === 1,
    mains: mains.filter(isTold).map(codeOf).toSorted(),
    days: rows.ticketTypeDays
      .filter((row) => row.ticketTypeId === type.id)
      .map(({ heldOn }) => heldOn)
      .toSorted(),
    eligibility: type.eligibility,
    proof: type.proof,
    remote: remote !== null && isTold(remote) ? codeOf(remote) : null,
    tax: type.taxRuleId === null ? null : (keysOf(rows.taxRules, 't').get(type.taxRuleId) ?? null),
    admission: type.admission,
    attendance: type.attendance,
    isClosed: type.isClosed === 1,
    minPerOrder: type.minPerOrder,
    maxPerOrder: type.maxPerOrder,
    allowsRepeat: type.allowsRepeat === 1,
    onSaleFromAt: type.onSaleFromAt,
    onSaleUntilAt: type.onSaleUntilAt,
    quotas: rows.ticketTypeQuotas
      .filter((row) => row.ticketTypeId === type.id)
      .map((row) => keys.get(row.quotaId)!)
      .toSorted(byNumber),
    priceSteps: rows.priceSteps
      .filter((row) => row.ticketTypeId === type.id)
      .map(({ kind, currency, amountMinor, startsAt, endsAt, closesZone }) => ({
        kind,
        currency,
        amountMinor: Number(amountMinor),
        startsAt,
        endsAt,
        closesZone,
      })),
  }
  const hidden = mains.filter((id) => !isTold(id)).map(codeOf)
  return {
    document,
    links: {
      code: type.code,
      mains: hidden.toSorted(),
      remote: remote !== null && !isTold(remote) ? codeOf(remote) : null,
    },
  }
}

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1))
}

function buildQuestions(rows: OwnRows, hiddenCodes: Set<string>) {
  const codes = new Map(rows.ticketTypes.map((type) => [type.id, type.code]))
  const tracks = new Map(rows.tracks.map((track) => [track.id, track.code]))
  const askedWith = (questionId: string) =>
    rows.questionTicketTypes
      .filter((row) => row.questionId === questionId)
      .map((row) => codes.get(row.ticketTypeId)!)
      .toSorted()
  const isTold = (questionId: string) => {
    const asked = askedWith(questionId)
    return asked.length === 0 || asked.some((code) => !hiddenCodes.has(code))
  }
  return rows.questions.map((question) => {
    const texts = rows.questionTexts
      .filter((row) => row.questionId === question.id)
      .map(({ language, label, help, options }) => [language, { label, help, options: optionsOf(options) }] as const)
    const asked = askedWith(question.id)
    const shape = {
      kind: question.kind,
      isRequired: question.isRequired === 1,
      texts: Object.fromEntries(texts),
      stage: question.stage,
      maximum: question.maximum === null ? null : Number(question.maximum),
      tracks: rows.questionTracks
        .filter((row) => row.questionId === question.id)
        .map((row) => tracks.get(row.trackId)!)
        .toSorted(),
    }
    const before = rows.questions.find((other) => other.id === question.shownWhenQuestionId)
    const shownWhen = before ? { question: before.code, value: question.shownWhenValue ?? '' } : null
    const isOpen = isTold(question.id) && (!before || isTold(before.id))
    const shown = asked.filter((code) => !hiddenCodes.has(code))
    const secret = {
      code: question.code,
      purpose: question.purpose,
      audience: question.audience,
      eraseOn: question.eraseOn,
      meaning: question.meaning,
      hiddenTicketTypes: asked.filter((code) => hiddenCodes.has(code)),
      shownWhen: isOpen ? null : shownWhen,
    }
    return isTold(question.id)
      ? { open: { code: question.code, ...shape, shownWhen: isOpen ? shownWhen : null, ticketTypes: shown }, secret }
      : { secret: { ...secret, hidden: shape } }
  })
}

function optionsOf(json: string): Options {
  return json === '' ? [] : (JSON.parse(json) as Options)
}
