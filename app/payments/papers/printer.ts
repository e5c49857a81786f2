import type { PaperSheet } from './paper-sheet.ts'
import type { TicketSheet } from './ticket-sheet.ts'

/** Sets papers in type: the port that the typesetter's adapter implements. */
export interface Printer {
  /** A PDF. Names may be in any script; a sheet is set from the right in languages that are written so. */
  paper(sheet: PaperSheet): Promise<Uint8Array>
  tickets(sheet: TicketSheet): Promise<Uint8Array>
}
