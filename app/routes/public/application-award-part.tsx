import type { AwardOfApplication } from '#app/scholarships/awards/award-of-application.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/**
 * What the page of an application says of its award: that there is one, how the visa stands, and where the rest is.
 * The award is null before it was accepted: until then the offer speaks.
 */
export function AwardPart({
  award,
  code,
  query,
}: {
  award: Pick<AwardOfApplication, 'visa'> | null
  code: string
  query: string
}) {
  const { t, path } = usePage()
  if (award === null) return null
  return (
    <Leaf id="award" title={t('award.own.part')}>
      <p>
        {t('award.visa')}: {t(`award.visas.${award.visa}`)}
      </p>
      <p>
        <a className="btn" href={path(`/applications/${code}/award${query}`)}>
          {t('award.own.open')}
        </a>
      </p>
    </Leaf>
  )
}
