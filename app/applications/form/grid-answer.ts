/** What is rated, by its value, and how: `bgp:lab`. */
export function ratingsOf(values: string[]): Map<string, string> {
  return new Map(
    values.map((value) => {
      const at = value.lastIndexOf(':')
      return [value.slice(0, at), value.slice(at + 1)] as const
    }),
  )
}

export function ratingValue(row: string, level: string): string {
  return `${row}:${level}`
}
