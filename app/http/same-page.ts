/**
 * What an action says of the page that shows its answer, when it is the same for many: by which name, and which hidden
 * fields of the page are each sender's own. Rendered with `ownFields`, it is rendered once.
 */
export interface SamePage {
  key: string
  /** Carried along, unseen, by the page's form. */
  fields: Record<string, string[]>
}

/** Stands in the page for the fields that each sender has of their own. */
const OWN = 'each-sender-has-their-own-fields'

/** What a page is rendered with in the place of the fields themselves. */
export function ownFields(): Record<string, string[]> {
  return { [OWN]: [OWN] }
}

/** The markup that `ownFields` become. */
export const OWN_FIELDS = hiddenField(OWN, OWN)

/** The markup that these fields become, letter for letter what React makes of them. */
export function hiddenFields(fields: Record<string, string[]>): string {
  return Object.entries(fields)
    .flatMap(([name, values]) => values.map((value) => hiddenField(name, value)))
    .join('')
}

function hiddenField(name: string, value: string): string {
  return `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}"/>`
}

const ESCAPES: Record<string, string> = { '"': '&quot;', '&': '&amp;', "'": '&#x27;', '<': '&lt;', '>': '&gt;' }

function escaped(text: string): string {
  return text.replace(/["&'<>]/g, (one) => ESCAPES[one]!)
}
