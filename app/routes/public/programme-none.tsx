import { Empty } from '#app/ui/empty.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Why there is nothing to see: of this day, of this track, or of the event. */
export function NoSessions({ slug, isTrack, isDay }: { slug: string; isTrack: boolean; isDay: boolean }) {
  const { t, path } = usePage()
  const [title, hint] = isDay
    ? ([t('release.page.emptyDay'), t('release.page.emptyDayHint')] as const)
    : isTrack
      ? ([t('event.programme.emptyTrackTitle'), t('event.programme.emptyTrack')] as const)
      : ([t('event.programme.emptyTitle'), t('event.programme.empty')] as const)
  return (
    <section aria-labelledby="none">
      <h2 className="vh" id="none">
        {t('event.programme.title')}
      </h2>
      <Empty title={title}>
        <p>{hint}</p>
        {isTrack && (
          <p>
            <a className="btn" href={path(`/events/${slug}/programme`)}>
              {t('event.programme.allTracks')}
            </a>
          </p>
        )}
      </Empty>
    </section>
  )
}
