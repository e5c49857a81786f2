/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** How many words a text has: as it is spaced, or as dictionaries part it where nothing is spaced. */
export function countWords(text: string): number {
  if (!UNSPACED.test(text)) return text.match(/\S+/gu)?.length ?? 0
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length
}
