/** Whether an organizer ticked the box of `Telling`. */
export function isTelling(form: FormData): boolean {
  return form.get('tell') === 'on'
}

/** How many were told, or moved, from the address that a command led to; it is shown and nothing else. */
export function countIn(address: URLSearchParams, name: 'told' | 'moved'): number {
  const count = address.get(name) ?? ''
  return /^\d{1,6}$/.test(count) ? Number(count) : 0
}
