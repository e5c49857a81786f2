import { htmlOfMarkdown } from '#app/values/markdown.ts'

/** An organizer's text, as `htmlOfMarkdown` lets it stand. */
export function Markdown({ text }: { text: string }) {
  return <div className="flow" dir="auto" dangerouslySetInnerHTML={{ __html: htmlOfMarkdown(text) }} />
}
