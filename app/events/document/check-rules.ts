import { once } from './check.ts'
import type { PathPart } from './problems.ts'
import type { EventDocument } from './schema.ts'

type Tell = (message: string, ...at: PathPart[]) => void

/** What a schema cannot say of rules, and of what ticket types and questions say of each other. */
export function checkRules(event: EventDocument, codes: Set<string>, tell: Tell): void {
  const known = (code: string, ...at: PathPart[]) => {
    if (!codes.has(code)) tell(`names a ticket type “${code}” that the event does not have`, ...at)
  }
  const taxes = new Set(event.taxRules.map(({ key }) => key))
  const checkType = (type: EventDocument['ticketTypes'][number], ...at: PathPart[]) => {
    type.mains.forEach((code, place) => known(code, ...at, 'mains', place))
    once(
      type.mains,
      (code) => code,
      (place) => tell('stands here twice', ...at, 'mains', place),
    )
    if (type.remote !== null) known(type.remote, ...at, 'remote')
    if (type.remote === type.code) tell('is the ticket type itself', ...at, 'remote')
    if (type.tax !== null && !taxes.has(type.tax))
      tell(`names a tax rule “${type.tax}” that the event does not have`, ...at, 'tax')
  }
  event.ticketTypes.forEach((type, at) => checkType(type, 'ticketTypes', at))
  event.private?.ticketTypes.forEach((type, at) => checkType(type, 'private', 'ticketTypes', at))
  once(
    event.taxRules,
    ({ key }) => key,
    (at) => tell('stands here twice', 'taxRules', at, 'key'),
  )
  once(
    event.taxRules.filter(({ isDefault }) => isDefault),
    () => 'default',
    () => tell('has more than one default', 'taxRules'),
  )
  const checkRule = (rule: EventDocument['priceRules'][number], ...at: PathPart[]) => {
    rule.parts.forEach((part, place) => part.forEach((code, inner) => known(code, ...at, 'parts', place, inner)))
    if (rule.kind === 'bundle' && rule.parts.length < 2) tell('is a bundle of one part', ...at, 'parts')
    if (rule.kind === 'group' && rule.parts.length !== 1) tell('is a group, which has one part', ...at, 'parts')
    once(
      rule.parts.flat(),
      (code) => code,
      () => tell('names a ticket type twice', ...at, 'parts'),
    )
    once(
      rule.prices,
      ({ kind, currency }) => `${kind} ${currency}`,
      (place) => tell('stands here twice', ...at, 'prices', place),
    )
  }
  event.priceRules.forEach((rule, at) => checkRule(rule, 'priceRules', at))
  event.private?.priceRules.forEach((rule, at) => checkRule(rule, 'private', 'priceRules', at))
  event.refundRules.forEach((rule, at) => {
    if (rule.feeMinor > 0 && rule.feeCurrency === null) tell('needs a currency', 'refundRules', at, 'feeCurrency')
  })
  once(
    event.paymentTerms,
    ({ method }) => method,
    (at) => tell('stands here twice', 'paymentTerms', at, 'method'),
  )
  once(
    event.questionStages,
    ({ stage }) => stage,
    (at) => tell('stands here twice', 'questionStages', at, 'stage'),
  )
}
