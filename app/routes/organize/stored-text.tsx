import { usePage } from '#app/ui/use-page.ts'

/** What somebody else saved meanwhile, beside what was typed here. */
export function StoredText({ text }: { text: { subject: string; body: string } }) {
  const { t } = usePage()
  return (
    <section className="note flow" data-is="warn" aria-labelledby="stored">
      <h2 id="stored">{t('broadcast.text.conflict')}</h2>
      <p>
        <b>
          <bdi>{text.subject}</bdi>
        </b>
      </p>
      <pre dir="auto">{text.body}</pre>
    </section>
  )
}
