/** What people change themselves, and money that goes back. */
export const change = {}
