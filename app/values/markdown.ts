import { marked } from 'marked'
import sanitize from 'sanitize-html'
import { rememberLast } from './remember.ts'

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
const LOWER = { h1: 'h3', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6' }
const SCHEMES = ['https', 'http', 'mailto', 'tel']

/** So many texts are kept as they came out: reading one and taking out what could do harm is a tenth of a page. */
const KEPT = 200

/** An organizer's text as HTML. Headings begin below the page's own; markup and links that could do harm are left out. */
export const htmlOfMarkdown = rememberLast(KEPT, (text) =>
  sanitize(parse(text), {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href'] },
    allowedSchemes: SCHEMES,
    transformTags: LOWER,
  }),
)

/** The same for where there is no style sheet: each tag looks as `looks` says, and an address leads out or nowhere. */
export function styledHtmlOfMarkdown(text: string, looks: Record<string, { class: string; style: string }>): string {
  return sanitize(parse(text), {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href', 'class', 'style'], '*': ['class', 'style'] },
    allowedSchemes: SCHEMES,
    // The styles are those of `looks`, as they are.
    parseStyleAttributes: false,
    transformTags: {
      ...LOWER,
      '*': (tagName, { href = '' }) => ({
        tagName,
        // What was typed as a style or a class goes; only the address stays.
        attribs: { ...(/^(https?:|mailto:|tel:)/i.test(href) ? { href } : {}), ...looks[tagName] },
      }),
    },
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
