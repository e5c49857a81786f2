import { createHash } from 'node:crypto'
import type { ReadLine } from './read-line.ts'

/**
 * What tells each line of a file from all others of its account, so that the same file twice, or two that overlap, make
 * the same lines: the bank's own id with the amount; without one, day, amount, currency and texts, and the how-many-th
 * of its kind the line is within the file, so that two equal transfers of one day stay two. An id that names different
 * lines in one file is none.
 */
export function fingerprints(lines: ReadLine[]): string[] {
  const named = new Map<string, string>()
  const shared = new Set<string>()
  for (const line of lines) {
    if (line.bankId === null) continue
    const content = contentOf(line)
    if ((named.get(idOf(line)) ?? content) !== content) shared.add(idOf(line))
    named.set(idOf(line), content)
  }
  const counts = new Map<string, number>()
  return lines.map((line) => {
    if (line.bankId !== null && !shared.has(idOf(line))) return hash('id', idOf(line))
    const content = contentOf(line)
    const count = (counts.get(content) ?? 0) + 1
    counts.set(content, count)
    return hash('content', content, String(count))
  })
}

function idOf({ bankId, amountMinor, currency }: ReadLine): string {
  return [bankId, amountMinor, currency].join('\n')
}

function contentOf({ bookedOn, amountMinor, currency, payer, reference }: ReadLine): string {
  return [bookedOn, amountMinor, currency, payer, reference].join('\n')
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}
