const LATIN = 'latin1'

/** The numbers of what every joined file has once: the root of its pages, its catalog, what it says of itself. */
const [PAGES, CATALOG, ABOUT] = [1, 2, 3]

/** Kinds that speak of a whole file and are made anew. */
const ABOUT_THE_WHOLE = /\/Type \/(Catalog|Metadata|StructTreeRoot|StructElem)\b/

/**
 * PDFs one after the other as one (ISO 32000-1, 7.5), in pieces as they come: only where each object begins is kept. For
 * files as our typesetter writes them, without object streams and with a plain table of objects.
 */
export async function* joinPdfs(files: AsyncIterable<Uint8Array>, title: string): AsyncGenerator<Buffer> {
  const begins = new Map<number, number>()
  const roots: string[] = []
  let [at, last, pageCount] = [0, ABOUT, 0]
  const placed = (bytes: Buffer) => {
    at += bytes.length
    return bytes
  }
  yield placed(Buffer.from('%PDF-1.7\n%\x80\x80\x80\x80\n\n', LATIN))
  for await (const file of files) {
    const { objects, root } = readPdf(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
    const before = last
    const pieces: Buffer[] = []
    for (const { number, text, stream } of objects) {
      if (ABOUT_THE_WHOLE.test(text)) continue
      const isRoot = number === root
      const moved = text.replace(
        /\b(\d+) 0 (obj|R)\b/g,
        (_whole, of: string, kind) => `${Number(of) + before} 0 ${kind}`,
      )
      const linked = isRoot ? moved.replace('/Type /Pages', `/Type /Pages\n  /Parent ${PAGES} 0 R`) : moved
      if (isRoot) pageCount += Number(/\/Count (\d+)/.exec(text)![1])
      begins.set(number + before, at)
      last = Math.max(last, number + before)
      pieces.push(placed(Buffer.from(linked, LATIN)), placed(stream))
    }
    roots.push(`${root + before} 0 R`)
    yield Buffer.concat(pieces)
  }
  const whole: [number, string][] = [
    [PAGES, `<< /Type /Pages /Count ${pageCount} /Kids [${roots.join(' ')}] >>`],
    [CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>`],
    [ABOUT, `<< /Title <FEFF${Buffer.from(title, 'utf16le').swap16().toString('hex')}> >>`],
  ]
  for (const [number, content] of whole) {
    begins.set(number, at)
    yield placed(Buffer.from(`${number} 0 obj\n${content}\nendobj\n\n`, LATIN))
  }
  yield Buffer.from(tableOf(begins, last, at), LATIN)
}

function tableOf(begins: Map<number, number>, last: number, at: number): string {
  const lines = Array.from({ length: last }, (_, index) => {
    const begin = begins.get(index + 1)
    return begin === undefined ? '0000000000 65535 f \n' : `${String(begin).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${last + 1}\n0000000000 65535 f \n${lines.join('')}`
  return `${table}trailer\n<< /Size ${last + 1} /Root ${CATALOG} 0 R /Info ${ABOUT} 0 R >>\nstartxref\n${at}\n%%EOF\n`
}

interface PdfObject {
  number: number
  /** As far as it is text. */
  text: string
  /** Its content as it is, with what follows. */
  stream: Buffer
}

function readPdf(bytes: Buffer): { objects: PdfObject[]; root: number } {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.toString(LATIN, bytes.length - 100))?.[1])
  const lines = bytes.toString(LATIN, table).split('\n')
  if (lines[0] !== 'xref') throw new Error('This PDF has no plain table of objects.')
  const count = Number(lines[1]!.split(' ')[1])
  const begins = lines
    .slice(2, 2 + count)
    .flatMap((line, number) => (line[17] === 'n' ? [{ number, at: Number(line.slice(0, 10)) }] : []))
    .toSorted((one, other) => one.at - other.at)
  const objects = begins.map(({ number, at }, index) => {
    const whole = bytes.subarray(at, begins[index + 1]?.at ?? table)
    const mark = whole.indexOf('\nstream\n')
    const isPlain = mark < 0
    return {
      number,
      text: whole.toString(LATIN, 0, isPlain ? undefined : mark),
      stream: isPlain ? Buffer.alloc(0) : whole.subarray(mark),
    }
  })
  const root = objects.find(({ text }) => /\/Type \/Pages\b/.test(text))
  if (!root) throw new Error('This PDF has no pages.')
  return { objects, root: root.number }
}
