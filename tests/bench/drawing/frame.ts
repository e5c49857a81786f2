/** As wide as a phone shows it without shrinking; letters stay legible when a page shows it wider or at 390 pixels. */
export const WIDTH = 400

const HEAD = 30

const LIGHT = {
  paper: '#fcfcfa',
  ink: '#15211d',
  mute: '#55625c',
  rule: '#d2d9d2',
  blue: '#2747bd',
  red: '#a3164a',
  green: '#0b6b4a',
  brown: '#8c4c00',
}
const DARK: typeof LIGHT = {
  paper: '#101714',
  ink: '#e9efeb',
  mute: '#a3b0a9',
  rule: '#33413b',
  blue: '#aec1ff',
  red: '#ff9dbd',
  green: '#7fd8b0',
  brown: '#f2b96b',
}

/** The colours of app/ui/plenary.css. */
export type Tone = keyof typeof LIGHT

const STYLE = `svg{${variables(LIGHT)}}@media(prefers-color-scheme:dark){svg{${variables(DARK)}}}
text{font:13px -apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;fill:var(--ink)}
.title{font-size:15px;font-weight:650}.name{font-weight:650}.small{font-size:12px;fill:var(--mute)}.end{text-anchor:end}.middle{text-anchor:middle}
.rule{stroke:var(--rule);fill:none}`

interface Framed {
  title: string
  about: string
  /** Without the title. */
  height: number
}

/** A drawing with its title and a description for who does not see it, light and dark after the reader's choice. */
export function frame({ title, about, height: below }: Framed, body: string): string {
  const height = HEAD + below
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="560" height="${Math.round(height * 1.4)}" role="img" aria-labelledby="title about">
<title id="title">${escaped(title)}</title>
<desc id="about">${escaped(about)}</desc>
<style>${STYLE}</style>
<rect width="${WIDTH}" height="${height}" fill="var(--paper)"/>
${text(8, 22, title, 'title')}
<g transform="translate(0 ${HEAD})">
${body}
</g>
</svg>
`
}

export function text(x: number, y: number, words: string, classes = ''): string {
  return `<text x="${place(x)}" y="${place(y)}"${classes && ` class="${classes}"`}>${escaped(words)}</text>`
}

/** A coordinate, short. */
export function place(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** About how wide words are, without asking a font. */
export function widthOf(words: string): number {
  return words.length * 6.8
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function variables(colours: typeof LIGHT): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}
