interface Seat {
  id: string
  replacesId: string | null
}

/**
 * Seats in the order of the form, which only the lines know; a seat that took over another's comes right after it,
 * and seats without a line come last.
 */
export function inSeatOrder<S extends Seat>(seats: S[], lines: { registrationId: string | null }[]): S[] {
  const places = new Map<string, number>()
  for (const { registrationId } of lines)
    if (registrationId && !places.has(registrationId)) places.set(registrationId, places.size)
  const successors = Map.groupBy(
    seats.filter(({ id, replacesId }) => replacesId !== null && !places.has(id)),
    ({ replacesId }) => replacesId,
  )
  const withSuccessors = (seat: S): S[] => [seat, ...(successors.get(seat.id) ?? []).flatMap(withSuccessors)]
  const first = seats
    .filter(({ id }) => places.has(id))
    .toSorted((one, other) => places.get(one.id)! - places.get(other.id)!)
  const ordered = first.flatMap(withSuccessors)
  return [...ordered, ...seats.filter((seat) => !ordered.includes(seat))]
}
