import { Fragment } from 'react'
import type { ApplicationData } from './application.tsx'
import { useCall } from './use-call.ts'
import { kilobytes } from '#app/ui/file-field.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const TAGS: Record<string, TagKind | undefined> = {
  asked: 'wait',
  answered: 'ok',
  declined: 'bad',
  withdrawn: 'off',
}

/** Who was asked for a letter, and what they wrote. */
export function ApplicationLetters({ letters, application }: ApplicationData) {
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/applications/${application.id}`
  return (
    <Leaf id="letters" title={t('applicants.one.letters')}>
      {letters.length === 0 && <p className="mute">{t('applicants.one.noLetters')}</p>}
      {letters.map((letter) => (
        <div key={letter.id} className="flow after">
          <p>
            <b>
              <bdi>{letter.fullName}</bdi>
            </b>{' '}
            <small>
              {t(`reference.own.kinds.${letter.kind}`)} · <bdi dir="ltr">{letter.email}</bdi>
            </small>{' '}
            <Tag is={TAGS[letter.state]}>{t(`reference.own.states.${letter.state}`)}</Tag>
          </p>
          {letter.kind === 'employer' && letter.facts && letter.facts.releases !== '' && (
            <p>{t(`applicants.one.releases.${letter.facts.releases}`)}</p>
          )}
          {letter.kind === 'employer' && letter.facts && letter.facts.pays !== '' && (
            <p>
              {t('applicants.one.pays')}
              <br />
              <Lines text={letter.facts.pays} />
            </p>
          )}
          {letter.letter && (
            <blockquote dir="auto">
              <Lines text={letter.letter} />
            </blockquote>
          )}
          {letter.file && (
            <p>
              <a href={path(`${base}/files/${letter.file.id}`)}>
                <bdi>{letter.file.name}</bdi>{' '}
                <small>{t('reference.fileSize', { size: kilobytes(letter.file.byteCount) })}</small>
              </a>
            </p>
          )}
        </div>
      ))}
    </Leaf>
  )
}

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ))
}
