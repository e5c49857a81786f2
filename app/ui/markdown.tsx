import { marked } from 'marked'
import sanitize from 'sanitize-html'

const TAGS = [
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'a',
  'code',
  'pre',
  'blockquote',
  'br',
  'hr',
]

/** An organizer's text. Headings begin below the page's own; markup and links that could do harm are left out. */
export function Markdown({ text }: { text: string }) {
  return <div className="flow" dir="auto" dangerouslySetInnerHTML={{ __html: htmlOf(text) }} />
}

function htmlOf(text: string): string {
  return sanitize(parse(text), {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    transformTags: { h1: 'h3', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6' },
  })
}

/** Quotes in quotes a thousand deep overflow the parser's stack: the page must stand all the same, with the bare text. */
function parse(text: string): string {
  try {
    return marked.parse(text, { async: false, gfm: true })
  } catch {
    return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
  }
}
