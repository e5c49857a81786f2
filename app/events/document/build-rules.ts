import type { OwnRows } from './build-document.ts'
import { keysOf } from './build-offer.ts'
import type { EventDocument } from './schema.ts'

/** The rules of an event; a rule of price that names a hidden ticket type goes to the private part. */
export function buildRules(rows: OwnRows) {
  const hidden = new Set(rows.ticketTypes.filter((type) => type.isHidden === 1).map((type) => type.code))
  const rules = rows.priceRules.map((rule, position) => ({ position, document: buildPriceRule(rows, rule) }))
  const isHidden = ({ document }: (typeof rules)[number]) => document.parts.flat().some((code) => hidden.has(code))
  const taxKeys = keysOf(rows.taxRules, 't')
  const [changes, waitingList] = [rows.changeRules[0], rows.waitingListRules[0]]
  return {
    taxRules: rows.taxRules.map(({ id, name, rate, isInclusive, isDefault, allowsReverseCharge, note }) => ({
      key: taxKeys.get(id)!,
      name,
      rate,
      isInclusive: isInclusive === 1,
      isDefault: isDefault === 1,
      allowsReverseCharge: allowsReverseCharge === 1,
      note,
    })),
    priceRules: rules.filter((rule) => !isHidden(rule)).map(({ document }) => document),
    refundRules: rows.refundRules.map(({ id: _, eventId: __, position: ___, feeMinor, ...rule }) => ({
      ...rule,
      feeMinor: Number(feeMinor),
    })),
    changeRules: changes ? { ...without(changes), endsRefunded: changes.endsRefunded === 1 } : null,
    paymentTerms: rows.paymentTerms.map(({ eventId: _, instructions: __, needsApproval, ...terms }) => ({
      ...terms,
      needsApproval: needsApproval === 1,
    })),
    waitingList: waitingList
      ? { ...without(waitingList), isOpen: waitingList.isOpen === 1, passesOver: waitingList.passesOver === 1 }
      : null,
    questionStages: rows.questionStages.map(without),
    private: {
      priceRules: rules.filter(isHidden).map(({ document, position }) => ({ ...document, position })),
      paymentInstructions: rows.paymentTerms
        .filter(({ instructions }) => instructions !== '')
        .map(({ method, instructions }) => ({ method, instructions })),
    },
  }
}

function without<Row extends { eventId: string }>({ eventId: _, ...row }: Row): Omit<Row, 'eventId'> {
  return row
}

function buildPriceRule(rows: OwnRows, rule: OwnRows['priceRules'][number]): EventDocument['priceRules'][number] {
  const types = rows.priceRuleTypes.filter((row) => row.priceRuleId === rule.id)
  const codeOf = (id: string) => rows.ticketTypes.find((type) => type.id === id)!.code
  return {
    kind: rule.kind,
    name: rule.name,
    minimum: rule.minimum,
    percentOff: rule.percentOff,
    isCombinable: rule.isCombinable === 1,
    parts: [...Map.groupBy(types, ({ part }) => part).values()].map((part) =>
      part.map(({ ticketTypeId }) => codeOf(ticketTypeId)).toSorted(),
    ),
    prices: rows.priceRuleSteps
      .filter((row) => row.priceRuleId === rule.id)
      .map(({ kind, currency, amountMinor }) => ({ kind, currency, amountMinor: Number(amountMinor) })),
  }
}
