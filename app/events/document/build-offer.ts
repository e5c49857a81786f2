import type { OwnRows } from './build-document.ts'
import type { EventDocument } from './schema.ts'

type TicketType = EventDocument['ticketTypes'][number]
type Options = EventDocument['questions'][number]['texts'][string]['options']

/**
 * Quotas, ticket types and questions of an event; what only hidden ticket types use goes to the private part, but the
 * places of a track are told to everybody.
 */
export function buildOffer(rows: OwnRows) {
  const keys = new Map(rows.quotas.map((quota, at) => [quota.id, `q${at + 1}`]))
  const codes = new Map(rows.tracks.map((track) => [track.id, track.code]))
  const trackOf = (trackId: string | null) => (trackId === null ? null : (codes.get(trackId) ?? null))
  const types = rows.ticketTypes.map((type, position) => ({
    isHidden: type.isHidden === 1,
    position,
    document: buildType(rows, type, keys, trackOf(type.trackId)),
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
    },
  }
}

function buildType(
  rows: OwnRows,
  type: OwnRows['ticketTypes'][number],
  keys: Map<string, string>,
  track: string | null,
): TicketType {
  const texts = rows.ticketTypeTexts
    .filter((row) => row.ticketTypeId === type.id)
    .map(({ ticketTypeId: _, language, ...texts }) => [language, texts] as const)
  return {
    code: type.code,
    texts: Object.fromEntries(texts),
    track,
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
      .map(({ kind, currency, amountMinor, startsAt, endsAt }) => ({
        kind,
        currency,
        amountMinor: Number(amountMinor),
        startsAt,
        endsAt,
      })),
  }
}

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1))
}

function buildQuestions(rows: OwnRows, hiddenCodes: Set<string>) {
  const codes = new Map(rows.ticketTypes.map((type) => [type.id, type.code]))
  return rows.questions.map((question) => {
    const texts = rows.questionTexts
      .filter((row) => row.questionId === question.id)
      .map(({ language, label, help, options }) => [language, { label, help, options: optionsOf(options) }] as const)
    const asked = rows.questionTicketTypes
      .filter((row) => row.questionId === question.id)
      .map((row) => codes.get(row.ticketTypeId)!)
      .toSorted()
    const shape = { kind: question.kind, isRequired: question.isRequired === 1, texts: Object.fromEntries(texts) }
    const shown = asked.filter((code) => !hiddenCodes.has(code))
    const secret = {
      code: question.code,
      purpose: question.purpose,
      audience: question.audience,
      eraseOn: question.eraseOn,
      hiddenTicketTypes: asked.filter((code) => hiddenCodes.has(code)),
    }
    return asked.length > 0 && shown.length === 0
      ? { secret: { ...secret, hidden: shape } }
      : { open: { code: question.code, ...shape, ticketTypes: shown }, secret }
  })
}

function optionsOf(json: string): Options {
  return json === '' ? [] : (JSON.parse(json) as Options)
}
