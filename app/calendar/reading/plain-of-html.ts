const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
}

const MARKED_UP = /<\/?(a|b|br|div|em|h[1-6]|html|i|li|ol|p|span|strong|table|u|ul)\b[^<>]*>/i
const BLOCKS = ['p', 'div', 'ul', 'ol', 'table', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const UNSEEN = ['script', 'style', 'head']

/**
 * What Google's and Microsoft's calendars write as a description, as plain text: lines, lists with hyphens, the address
 * of a link behind its words. Text that is not marked up stays as it is. It is read tag by tag, so that no text takes
 * longer than its length.
 */
export function plainOfHtml(text: string): string {
  if (!MARKED_UP.test(text)) return text
  let plain = ''
  let unseen: string | null = null
  let link: { address: string; from: number } | null = null
  for (const token of text.split(/(<[^<>]*>)/)) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(token)
    const [isEnd, name] = [tag?.[1] === '/', tag?.[2]?.toLowerCase() ?? '']
    if (unseen !== null) {
      if (isEnd && name === unseen) unseen = null
    } else if (!tag) plain += token.replace(/\s+/g, ' ')
    else if (UNSEEN.includes(name) && !isEnd) unseen = name
    else if (name === 'a' && !isEnd) link = { address: addressIn(token), from: plain.length }
    else if (name === 'a' && link) {
      plain += addressBehind(link.address, plain.slice(link.from).trim())
      link = null
    } else if (name === 'br') plain += '\n'
    else if (name === 'li' && !isEnd) plain += '\n- '
    else if (BLOCKS.includes(name)) plain += '\n\n'
  }
  return plain
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, entity)
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function addressIn(tag: string): string {
  const match = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  return (match?.[1] ?? match?.[2] ?? '').trim()
}

function addressBehind(address: string, words: string): string {
  if (!/^(https?|mailto):/i.test(address) || words === address || address === `mailto:${words}`) return ''
  return words === '' ? address : ` (${address})`
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isLetter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isLetter ? String.fromCodePoint(code) : whole
}
