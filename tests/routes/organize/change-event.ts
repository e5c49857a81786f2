import type { testApp } from '#tests/support/app.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Kind = 'move' | 'postpone' | 'reinstate' | 'cancel'

/** The page on which a change is looked at before it is done. */
export async function previewOf(app: App, slug: string, kind: Kind, query = ''): Promise<string> {
  const response = await app.get(`/organize/${slug}/${kind}/preview${query}`)
  if (response.status !== 200) throw new Error(`${kind}: ${response.status}`)
  return await response.text()
}

/** Goes through the three steps of a change as a browser does, and answers with the answer of the last. */
export async function changeEvent(app: App, slug: string, kind: Kind, form: Record<string, string> = {}) {
  const first = await app.post(`/organize/${slug}/${kind}`, form)
  if (first.status !== 303) return first
  const seen = seenIn(await previewOf(app, slug, kind))
  return await app.post(`/organize/${slug}/${kind}/preview`, { seen })
}

export function seenIn(page: string): string {
  return /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
}
