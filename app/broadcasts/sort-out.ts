/** Somebody whom a segment finds, with one of the ids that say as what. */
export interface Candidate {
  id: string
  name: string
  email: string | null
  emailKey: string | null
  language: string
  isErased: boolean
}

const REASONS = ['no-address', 'erased', 'same-address', 'bounced', 'changed', 'cancelled'] as const
export type Reason = (typeof REASONS)[number]

export interface Sorted<Row extends Candidate> {
  row: Row
  /** By which it stands in the list: its address, or its id when that has none or another one has it. */
  key: string
  reason: Reason | null
}

/**
 * Who of the found gets a mail, each address once, the first of it; the others with the reason. `known`: addresses that
 * are in the list already; `bounced`: those to which a mail could not be delivered.
 */
export function sortOut<Row extends Candidate>(rows: Row[], known: Set<string>, bounced: Set<string>): Sorted<Row>[] {
  const taken = new Set(known)
  return rows.map((row) => {
    const { id, emailKey, isErased } = row
    if (isErased || emailKey === null || emailKey === '')
      return { row, key: `id:${id}`, reason: isErased ? 'erased' : 'no-address' }
    if (taken.has(emailKey)) return { row, key: `id:${id}`, reason: 'same-address' }
    taken.add(emailKey)
    return { row, key: emailKey, reason: bounced.has(emailKey) ? 'bounced' : null }
  })
}
