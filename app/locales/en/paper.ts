/** Invoices, receipts, credit notes, tickets as PDF. */
export const paper = {}
