/** What a stored block of deflate can hold (RFC 1951, 3.2.4), and one of brotli that says its length in four nibbles. */
export const MOST_STORED = 0xffff

/** RFC 1952, 2.3.1: deflate, no name, no time, of an unknown system. */
export const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

/** RFC 1951, 3.2.4: not the last block, stored, its length and its complement. */
export function storedInDeflate(bytes: Buffer): Buffer[] {
  const blocks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += MOST_STORED) {
    const block = bytes.subarray(at, at + MOST_STORED)
    const head = Buffer.alloc(5)
    head.writeUInt16LE(block.length, 1)
    head.writeUInt16LE(~block.length & 0xffff, 3)
    blocks.push(head, block)
  }
  return blocks
}

/** RFC 7932, 9.2, from the lowest bit: not the last block (1 bit), four nibbles of length (2), length − 1 (16), as it is (1). */
export function headInBrotli(length: number): Buffer {
  return Buffer.from([0, 8, 16].map((shift) => ((((length - 1) << 3) | (1 << 19)) >>> shift) & 0xff))
}
