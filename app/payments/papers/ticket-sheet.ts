/** The tickets of an order in words, for the typesetter. */
export interface TicketSheet {
  language: string
  isRightToLeft: boolean
  event: string
  when: string
  place: string
  /** `code` stands under the picture of it, black on white. */
  tickets: { name: string; latinName: string; ticket: string; extras: string; code: string }[]
  note: string
}
