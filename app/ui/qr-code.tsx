import { encode } from 'uqr'

/** A QR code as one path, black on white in every theme; `label` says what it is for. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={data.map(rowPath).join('')} />
    </svg>
  )
}

/** The dark runs of a row as one area, a comb of rectangles of height one: half as long as one area for each. */
function rowPath(row: boolean[], y: number): string {
  let path = `M0 ${y}`
  let at = 0
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    const width = x - start + 1
    path += `${start > at ? `h${start - at}` : ''}v1h${width}v-1`
    at = x + 1
  }
  return `${path}z`
}
