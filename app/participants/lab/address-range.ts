/** A range of addresses in CIDR notation (RFC 4632, RFC 4291), with its first and last address as numbers. */
export interface AddressRange {
  version: 4 | 6
  first: bigint
  last: bigint
}

/** Why a range is none; `text` of `range-host` is what it should be. */
export type RangeFault = { code: 'range-form' | 'range-host'; text: string }

/** Ranges as typed in one field, parted by spaces or commas: often one of each version. */
export function readRanges(typed: string): AddressRange[] | RangeFault {
  const ranges: AddressRange[] = []
  for (const text of typed.split(/[\s,;]+/).filter((one) => one !== '')) {
    const range = readRange(text)
    if ('code' in range) return range
    ranges.push(range)
  }
  return ranges
}

export function overlap(one: AddressRange, other: AddressRange): boolean {
  return one.version === other.version && one.first <= other.last && other.first <= one.last
}

function readRange(text: string): AddressRange | RangeFault {
  const [address = '', length, ...rest] = text.split('/')
  const version = address.includes(':') ? 6 : 4
  const bits = version === 4 ? 32 : 128
  const first = version === 4 ? number4(address) : number6(address)
  if (first === null || rest.length > 0 || (length !== undefined && !isLength(length, bits)))
    return { code: 'range-form', text }
  const size = 1n << BigInt(bits - Number(length ?? bits))
  if (first % size !== 0n) {
    const begin = first - (first % size)
    return { code: 'range-host', text: `${version === 4 ? text4(begin) : text6(begin)}/${length}` }
  }
  return { version, first, last: first + size - 1n }
}

function isLength(text: string, bits: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= bits
}

function number4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return null
  return parts.reduce((sum, part) => (sum << 8n) + BigInt(part), 0n)
}

function number6(text: string): bigint | null {
  const [head = '', tail, ...rest] = text.split('::')
  if (rest.length > 0) return null
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const [before, after] = [groups(head), groups(tail)]
  const left = 8 - before.length - after.length
  if (tail === undefined ? left !== 0 : left < 1) return null
  const all = [...before, ...Array.from({ length: left }, () => '0'), ...after]
  if (!all.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null
  return all.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n)
}

function text4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.')
}

/** With the longest run of zeros left out (RFC 5952). */
function text6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, at) => ((address >> BigInt(112 - 16 * at)) & 0xffffn).toString(16))
  const zeros = [...groups.join(':').matchAll(/\b0(?::0)+\b/g)].toSorted(
    (one, other) => other[0].length - one[0].length,
  )[0]
  if (!zeros) return groups.join(':')
  const whole = groups.join(':')
  const [before, after] = [whole.slice(0, zeros.index), whole.slice(zeros.index + zeros[0].length)]
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`
}
