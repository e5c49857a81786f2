/** The tickets of an order in words, for the typesetter. */
export interface TicketSheet {
  language: string
  isRightToLeft: boolean
  event: string
  when: string
  place: string
  /** `days` says on which it is valid, '' where on all; `code` stands under the picture of it, black on white. */
  tickets: { name: string; latinName: string; ticket: string; days: string; extras: string; code: string }[]
  note: string
}
