export type ChecklistCode =
  | 'texts'
  | 'dates'
  | 'place'
  | 'access'
  | 'contact'
  | 'tickets'
  | 'onSale'
  | 'host'
  | 'refundRule'
  | 'payee'
  | 'account'
  | 'seats'
  | 'description'
  | 'venue'
  | 'online'
  | 'visa'
  | 'cancellation'
  | 'english'
  | 'people'
  | 'programme'
  | 'zone'
  | 'call'
  | 'saleOver'
  | 'stepOver'
  | 'saleLate'
  | 'saleBlind'
  | 'roomSeats'
  | 'venueSeats'
  | 'spoken'
  | 'trackTexts'
  | 'ticketTexts'
  | 'questionTexts'
  | 'outside'
  | 'conflicts'

/** What the sentence of an item names: things by their names, languages by their codes, a day. */
export type ItemValues = Partial<Record<'names' | 'languages' | 'day' | 'people' | 'seats', string>>

export interface ChecklistItem {
  code: ChecklistCode
  /** 'stop': without it the event cannot be published; 'warn': better with it. */
  weight: 'stop' | 'warn'
  isDone: boolean
  /** The organizer's page where it is done, below the event's desk. */
  page: string
  /** The id of the field on that page. */
  field?: string
  values?: ItemValues
}

type Where = Pick<ChecklistItem, 'page' | 'field'>

/** Something that a public event has; it is listed whether it is there or not. */
export function wanted(
  weight: ChecklistItem['weight'],
  code: ChecklistCode,
  isDone: boolean,
  ...[page, field]: [page: string, field?: string]
): ChecklistItem {
  return { code, weight, isDone, ...at(page, field) }
}

/** Something that looks wrong; it is listed only when it does, with what it is about. */
export function found(
  weight: ChecklistItem['weight'],
  code: ChecklistCode,
  isWrong: boolean,
  where: [page: string, field?: string],
  values: ItemValues = {},
): ChecklistItem[] {
  return isWrong ? [{ code, weight, isDone: false, ...at(...where), values }] : []
}

function at(page: string, field?: string): Where {
  return { page, ...(field ? { field } : {}) }
}

/** What still stops an event from being published. */
export function stopsOf(checklist: ChecklistItem[]): ChecklistItem[] {
  return checklist.filter((item) => item.weight === 'stop' && !item.isDone)
}
