/** Whether it is to be held, and nobody knows when: its dates no longer hold. What was cancelled since is not. */
export function isPostponed({ status, postponedAt }: { status: string; postponedAt: string | null }): boolean {
  return status === 'published' && postponedAt !== null
}

/** Whether it is over; what waits for a date is not, however long its old one has passed. */
export function hasEnded(event: { status: string; postponedAt: string | null; endsAt: string }, now: string): boolean {
  return event.endsAt <= now && !isPostponed(event)
}
