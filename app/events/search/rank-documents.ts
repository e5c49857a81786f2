import { BLOCK, eachPosting } from './postings.ts'

/**
 * How well each document meets all the words; 0 where it lacks one. `placeOf` says where a document is counted, by its
 * number. A word is worth more the fewer documents have it, and more where it weighs more, ever less so.
 */
export function rankDocuments(
  found: { block: number; postings: string }[][],
  placeOf: (number | undefined)[],
  count: number,
): Float64Array {
  const scores = new Float64Array(count)
  const met = new Uint8Array(count)
  for (const [at, blocks] of found.entries()) {
    const weights = new Uint8Array(count)
    let having = 0
    for (const { block, postings } of blocks)
      eachPosting(postings, (offset, weight) => {
        const place = placeOf[block * BLOCK + offset]
        if (place === undefined) return
        if (weights[place] === 0) having++
        if (weight > weights[place]!) weights[place] = weight
      })
    const worth = Math.log(1 + count / Math.max(1, having))
    for (let place = 0; place < count; place++) {
      const weight = weights[place]!
      if (weight === 0 || met[place] !== at) continue
      met[place] = at + 1
      scores[place]! += (worth * weight) / (weight + 2)
    }
  }
  for (let place = 0; place < count; place++) if (met[place] !== found.length) scores[place] = 0
  return scores
}
