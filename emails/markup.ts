/** HTML that is safe to put into a page as it is. Only `html` makes it. */
export class Markup {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

export type Insertable = string | number | Markup | { html: Markup } | null | false | Insertable[]

/** A template whose inserted texts are escaped; markup, phrases and lists of them go in as they are. Indentation is left out. */
export function html(literals: TemplateStringsArray, ...inserted: Insertable[]): Markup {
  return new Markup(
    literals
      .map((literal, at) => literal.replace(/\n\s*/g, '\n') + (at < inserted.length ? source(inserted[at]!) : ''))
      .join(''),
  )
}

function source(value: Insertable): string {
  if (value === null || value === false) return ''
  if (Array.isArray(value)) return value.map(source).join('')
  if (value instanceof Markup) return value.source
  if (typeof value === 'object') return value.html.source
  return escape(String(value))
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Control characters mean nothing in a mail, and NUL is not allowed in HTML at all. */
function escape(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}
