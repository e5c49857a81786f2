/** A team's code as it was typed in any way, `7KQ-4M2X`; null when it cannot be one. */
export function teamCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return letters.length === 7 ? `${letters.slice(0, 3)}-${letters.slice(3)}` : null
}
