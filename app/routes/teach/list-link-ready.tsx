import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** The address of a list that was given on, once. */
export function ListLinkReady({
  slug,
  zone,
  address,
  note,
  expiresAt,
}: {
  slug: string
  zone: string
  address: string
  note: string
  expiresAt: string
}) {
  const { t, path } = usePage()
  return (
    <>
      <h1>{t('download.link.ready')}</h1>
      <p className="lead">
        {t('download.link.for')} <bdi>{note}</bdi>
      </p>
      <p>
        <a href={address} dir="ltr" className="any">
          {address}
        </a>
      </p>
      <p>
        {t('download.link.opensUntil')} <Moment at={expiresAt} zone={zone} />
      </p>
      <Note is="warn">
        <p>{t('download.link.once')}</p>
      </Note>
      <p className="row after">
        <a href={path(`/teach/${slug}/links`)}>{t('download.link.toList')}</a>
      </p>
    </>
  )
}
