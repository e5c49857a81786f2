/** A word of the organizers' own to a mail, by the languages in which they wrote it. */
export type OwnWords = Record<string, string>

/** How a message carries it: the one that its reader reads best; nothing when there is none. */
export function ownWord(words: OwnWords, language: string, fallback: string): Record<string, string> {
  const written = Object.keys(words).filter((code) => words[code])
  const wordIn = [language, fallback].find((code) => written.includes(code)) ?? written[0]
  return wordIn === undefined ? {} : { word: words[wordIn]!, wordIn }
}

/** What a message carries of it. */
export function wordOf(props: string): { text: string; language: string } | null {
  const { word, wordIn } = JSON.parse(props) as { word?: string; wordIn?: string }
  return word && wordIn ? { text: word, language: wordIn } : null
}
