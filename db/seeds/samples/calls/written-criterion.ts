import type { ApplicantCategory } from '#db/schema.ts'

type Anchors = Record<number, [en: string, fr: string]>

/** A criterion of a sample's rubric: what it counts by category, and what its scores mean. */
export function judged(
  code: string,
  maximum: number,
  weights: Partial<Record<ApplicantCategory, number>>,
  { en, fr }: { en: [label: string, help?: string]; fr: [label: string, help?: string] },
  anchors: Anchors,
) {
  const textIn = ([label, help = '']: [string, string?], at: 0 | 1) => ({
    label,
    help,
    anchors: Object.entries(anchors).map(([score, texts]) => ({ score: Number(score), text: texts[at] })),
  })
  return { code, maximum, weights, texts: { en: textIn(en, 0), fr: textIn(fr, 1) } }
}
