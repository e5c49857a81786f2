/** What organizers set up beyond a ticket at a price: rules, vouchers, blocks, terms. */
export const offer = {}
