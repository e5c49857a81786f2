/** A person’s own seat, and the list that a group’s manager fills. */
export const seat = {}
