/** Letters without case and accents, for comparing, sorting and searching in Latin, Greek, Cyrillic, Hebrew and Arabic. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(
      /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]\p{M}*)\p{M}/gu,
      '',
    )
    .toLowerCase()
    .replace(/[æœøðþßłıđ]/g, (letter) => LATIN_LETTERS[letter]!)
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ـ/g, '')
    .normalize('NFC')
}

/** Most names and nearly all addresses: what is below would leave them as they are. */
const ASCII = /^[\0-\x7f]*$/
const PLAIN_LINE = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/

const LATIN_LETTERS: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  đ: 'd',
}

/** One line of typed text: well-formed, composed, without control characters, white space folded and trimmed. */
export function cleanLine(typed: string): string {
  if (PLAIN_LINE.test(typed)) return typed
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Several lines of typed text: well-formed, composed, line ends as `\n`, no other control characters but the tabulator. */
export function cleanText(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]+/gu, '')
    .trim()
}

/** An e-mail address as it is compared: trimmed and in lower case. */
export function emailKey(email: string): string {
  return cleanLine(email).toLowerCase()
}

/** What a list of names is sorted by, at most 190 characters. */
export function sortKey(name: string): string {
  return fold(cleanLine(name)).slice(0, 190)
}
