import type { ReactNode } from 'react'
import type { ReviewedApplication, ReviewedFile } from '#app/applications/reviews/blind-view.ts'
import type { ShownAnswer } from '#app/applications/reviews/shown-answer.ts'
import { Words } from '#app/ui/typed-words.tsx'
import { FileSize } from '#app/ui/file-size.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, languageName } from '#app/values/dates.ts'

/** What an applicant wrote, as much of it as this reader may see. */
export function ApplicationRead({ application, base }: { application: ReviewedApplication; base: string }) {
  const { t, language } = usePage()
  const { label, hidden, fullName, residence, asked, choices, category, sections, letters } = application
  const listed = new Intl.ListFormat(language).format(hidden.map((field) => t(`reviewing.hidden.${field}`)))
  return (
    <article className="leaf flow wide" aria-labelledby="app">
      <h2 id="app">{t('reviewing.application')}</h2>
      <p className="hint">
        {hidden.length > 0 && t('reviewing.hiddenAre', { fields: listed })}{' '}
        {t('reviewing.writtenIn', { language: languageName(application.language, language) })}
      </p>
      <dl>
        {fullName && (
          <Fact label={t('reviewing.facts.name')}>
            <bdi>{fullName}</bdi>
          </Fact>
        )}
        {choices.length > 0 && (
          <Fact label={t('reviewing.facts.wishes')}>
            {choices.map((choice, at) => (
              <span key={choice}>
                {at > 0 && t('common.listSeparator')}
                <bdi>{choice}</bdi>
              </span>
            ))}
          </Fact>
        )}
        {residence && <Fact label={t('reviewing.facts.from')}>{countryName(residence, language)}</Fact>}
        {category !== '' && <Fact label={t('reviewing.facts.category')}>{t(`reviewing.categories.${category}`)}</Fact>}
        {asked && (
          <Fact label={t('reviewing.facts.asked')}>
            <b>
              <Price money={asked} />
            </b>
          </Fact>
        )}
      </dl>
      {sections.map(({ title, answers }) => (
        <section key={title} className="flow">
          <p className="kind">
            <bdi>{title}</bdi>
          </p>
          {answers.map(({ code, label: question, language: its, shown, file }) => (
            <div key={code}>
              <h3>
                <bdi {...foreign(its, language)}>{question}</bdi>
              </h3>
              {shown && <Answer shown={shown} />}
              {file && <File file={file} address={`${base}/${label}/files/${file.code}`} />}
            </div>
          ))}
        </section>
      ))}
      {letters.length > 0 && (
        <section className="flow">
          <p className="kind">{t('reviewing.letters')}</p>
          {letters.map(({ kind, text, file, isWaiting }, at) => (
            <div key={at}>
              <h3>{t(`reviewing.letterOf.${kind}`)}</h3>
              {text && <Words text={text} />}
              {file && <File file={file} address={`${base}/${label}/files/${file.code}`} />}
              {isWaiting && !file?.isWaiting && <p className="mute">{t('reviewing.letterWaiting')}</p>}
            </div>
          ))}
        </section>
      )}
    </article>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function File({ file, address }: { file: ReviewedFile; address: string }) {
  const { t } = usePage()
  if (file.isWaiting) return <p className="mute">{t('reviewing.fileWaiting')}</p>
  return (
    <p>
      <a href={address} download>
        <bdi>{file.name}</bdi>
      </a>{' '}
      <FileSize bytes={file.byteCount} />
    </p>
  )
}

function Answer({ shown }: { shown: ShownAnswer }) {
  const { t, language } = usePage()
  switch (shown.is) {
    case 'text':
      return <Words text={shown.text} />
    case 'words':
      return (
        <p>
          {shown.words.map((word, at) => (
            <span key={word}>
              {at > 0 && t('common.listSeparator')}
              <bdi>{word}</bdi>
            </span>
          ))}
        </p>
      )
    case 'yesno':
      return <p>{t(shown.isYes ? 'register.yes' : 'register.no')}</p>
    case 'country':
      return <p>{countryName(shown.code, language)}</p>
    case 'rows':
      return (
        <dl>
          {shown.rows.map(({ label, value }) => (
            <Fact key={label} label={label}>
              <bdi>{value}</bdi>
            </Fact>
          ))}
        </dl>
      )
    case 'costs':
      return (
        <dl>
          {shown.rows.map(({ label, cost, own, others }) => (
            <Fact key={label} label={label}>
              {t('reviewing.costs', { cost: cost || '0', own: own || '0', others: others || '0' })}
            </Fact>
          ))}
        </dl>
      )
  }
}
