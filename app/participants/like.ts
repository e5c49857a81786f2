/** A pattern for `like … escape '!'` that finds these words anywhere: `%` and `_` mean themselves. */
export function like(words: string): string {
  return `%${words.replace(/[!%_]/g, (sign) => `!${sign}`)}%`
}
