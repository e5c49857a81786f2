import { admissionFooter, callFacts, type MailAdmission, whatFor } from './admission-parts.ts'
import type { MailEvent } from './event.ts'
import { deadline, deadlineInUtc, eventFact, type Fact, factTable } from './facts.ts'
import { button, type Letter, lead, layout, link, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { type Phrase, type Say, sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'

type News =
  /** `untilAt`: the last day of offers, where the call names one. */
  | { is: 'reserve'; place: number; untilAt: Instant | null }
  | { is: 'declined'; reason: string; catalogueUrl: string }
  | { is: 'lapsed'; untilAt: Instant }
  | { is: 'withdrawn'; reason: string }
  | { is: 'call-cancelled' | 'event-cancelled'; hadOffer: boolean }

export type AdmissionNewsProps = News & { language: string; event: MailEvent; admission: MailAdmission }

/** What became of an application, or of its offer, where nothing is to be answered. */
export function admissionNews(props: AdmissionNewsProps): Letter {
  const { language, event, admission, is } = props
  const say = sayIn(language)
  const values = valuesOf(say, props)
  const heading = say(`admission.mail.${is}.heading`, values)
  const body = say(`admission.mail.${is}.body`, values)
  const facts = [...callFacts(say, admission), eventFact(say, event), ...ownFacts(say, props)]
  const next = nextOf(say, props)
  const catalogue = is === 'declined' ? { label: say('admission.mail.declined.next'), url: props.catalogueUrl } : null
  const see = say('admission.mail.see')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = admissionFooter(say, admission)
  return {
    subject: say.subject(`admission.mail.${is}.subject`, values),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${next && paragraph(next)}${factTable(say, facts)}${button(see, admission.url)}${catalogue && paragraph(link(catalogue.label, catalogue.url))}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [
        heading,
        body,
        next,
        factBlock(facts),
        linkBlock(say, see, admission.url),
        catalogue && linkBlock(say, catalogue.label, catalogue.url),
        questions,
      ],
      footer,
    ),
  }
}

function nextOf(say: Say, props: AdmissionNewsProps): Phrase | null {
  if (props.is === 'reserve') return say('admission.mail.reserve.next')
  return 'hadOffer' in props && props.hadOffer ? say('admission.mail.offerOver') : null
}

function valuesOf(say: Say, props: AdmissionNewsProps): Record<string, string | number> {
  const { admission } = props
  return {
    what: whatFor(admission),
    code: admission.code,
    name: admission.name,
    ...(props.is === 'reserve' ? { place: props.place } : {}),
    ...(props.is === 'lapsed' ? { when: deadlineInUtc(say, props.untilAt) } : {}),
  }
}

/** Each line of the organizers' words is a line of its own. */
function ownFacts(say: Say, props: AdmissionNewsProps): Fact[] {
  if (props.is === 'reserve')
    return props.untilAt === null
      ? []
      : [{ label: say.t('admission.mail.reserve.until'), lines: deadline(say, props.untilAt, props.event) }]
  if (!('reason' in props) || props.reason === '') return []
  const lines: Phrase[] = props.reason.split('\n').flatMap((line) => (line.trim() === '' ? [] : [say.value(line)]))
  return [{ label: say.t(`admission.mail.${props.is}.reason`), lines }]
}
