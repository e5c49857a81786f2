/** One source of a record: what it is, and where it can be read. */
export interface Source {
  citation: string
  url: string | null
}

const URL = /https?:\/\/\S+/g

/**
 * The sources that a record lists in one line: parted by ` ; `, each a description with an address behind it, or only
 * one of the two, or one description of several addresses.
 */
export function splitSources(line: string): Source[] {
  return line.split(' ; ').flatMap((part): Source[] => {
    const urls = part.match(URL) ?? []
    const [before = '', ...rest] = part.split(URL)
    const label = tidy([before, ...rest.filter((text) => text.trim() !== 'and')].join(' '))
    if (urls.length === 0) return [{ citation: label, url: null }]
    return urls.map((url) => ({ citation: label === '' ? url : label, url }))
  })
}

/** Without the colon that led to the address, and without brackets around the whole. */
function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(/:$/, '').trim()
  return /^\([^()]*\)$/.test(line) ? line.slice(1, -1) : line
}
