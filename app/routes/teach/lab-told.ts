const COUNTED = ['seated', 'made', 'dealt'] as const
const PLAIN = ['saved', 'removed', 'cleared'] as const

export type LabTold = { is: (typeof COUNTED)[number]; count: number } | { is: (typeof PLAIN)[number] }

/** What was just done, as the address says: `?seated=12`, `?saved`. */
export function labTold(address: URLSearchParams): LabTold | null {
  const plain = PLAIN.find((name) => address.has(name))
  if (plain) return { is: plain }
  const counted = COUNTED.find((name) => /^\d{1,5}$/.test(address.get(name) ?? ''))
  return counted ? { is: counted, count: Number(address.get(counted)) } : null
}
