import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { readingAs } from './reading-as.server.ts'
import { previewLetter } from '#app/broadcasts/preview-letter.server.ts'
import { searchRows } from '#app/broadcasts/preview-recipients.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import { cleanLine } from '#app/values/text.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.preview.title'))

const MOST_FOUND = 10

export async function loader(args: LoaderFunctionArgs) {
  const { broadcast, readers, place, reader } = await readingAs(args)
  const { db, config } = args.context.services
  const search = cleanLine(new URL(args.request.url).searchParams.get('q') ?? '').slice(0, 100)
  const found = search === '' ? [] : searchRows(readers, search).slice(0, MOST_FOUND)
  const written = reader && (await previewLetter(db, { broadcast, reader, baseUrl: config.baseUrl }))
  const shown = written && { subject: written.letter.subject, text: written.letter.text, language: written.language }
  return {
    id: broadcast.id,
    isTestable: broadcast.startedAt === null,
    search,
    found: found.map(({ id, name, email }) => ({ id, name, email })),
    reader: reader && { id: reader.id, name: reader.name, email: reader.email },
    place: place + 1,
    count: readers.length,
    before: readers[place - 1]?.id ?? null,
    next: readers[place + 1]?.id ?? null,
    letter: shown,
  }
}

export default function Preview() {
  const { id, search, found, reader, place, count, before, next, letter, isTestable } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/messages/${id}`
  const as = (recipient: string) => path(`${base}/preview?recipient=${recipient}`)
  if (!reader || !letter)
    return (
      <>
        <h1>{t('broadcast.preview.title')}</h1>
        <Empty title={t('broadcast.preview.nobody')} level="h2">
          <p>{t('broadcast.preview.nobodyDetail')}</p>
        </Empty>
      </>
    )
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('broadcast.preview.as', { name: reader.name || reader.email || '–' })}</h1>
          <p className="mute">{t('broadcast.preview.place', { number: place, count })}</p>
        </div>
        <p className="row">
          {before && (
            <a href={as(before)} rel="prev">
              {t('broadcast.preview.previous')}
            </a>
          )}
          {next && (
            <a className="btn" href={as(next)} rel="next">
              {t('broadcast.preview.next')}
            </a>
          )}
        </p>
      </div>
      <form className="row filt" role="search" action={path(`${base}/preview`)}>
        <div>
          <label htmlFor="q">{t('broadcast.recipients.search')}</label>
          <input id="q" name="q" type="search" defaultValue={search} dir="auto" />
        </div>
        <button>{t('broadcast.recipients.find')}</button>
      </form>
      {search !== '' && (
        <ul>
          {found.map((one) => (
            <li key={one.id}>
              <a href={as(one.id)}>
                <bdi>{one.name || one.email}</bdi>
              </a>
            </li>
          ))}
          {found.length === 0 && <li>{t('broadcast.recipients.noneDetail')}</li>}
        </ul>
      )}
      <dl className="after">
        <dt>{t('broadcast.preview.subject')}</dt>
        <dd>
          <bdi>{letter.subject}</bdi>
        </dd>
        <dt>{t('broadcast.preview.language')}</dt>
        <dd>{languageName(letter.language, language)}</dd>
      </dl>
      <div className="row">
        <p className="hint">{t('broadcast.preview.keys')}</p>
        {isTestable && (
          <form method="post" action={path(`${base}/test?recipient=${reader.id}`)}>
            <button>{t('broadcast.preview.test')}</button>
          </form>
        )}
      </div>
      <Leaf id="html" title={t('broadcast.preview.html')} isWide>
        <iframe
          src={path(`${base}/preview.html?recipient=${reader.id}`)}
          title={t('broadcast.preview.html')}
          sandbox="allow-top-navigation-by-user-activation"
          width="100%"
          height="700"
        />
      </Leaf>
      <Leaf id="text" title={t('broadcast.preview.text')} isWide>
        <div className="scroll" role="group" tabIndex={0} aria-labelledby="text">
          <pre dir="auto">{letter.text}</pre>
        </div>
      </Leaf>
    </>
  )
}
