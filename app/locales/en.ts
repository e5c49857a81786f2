import { account } from './en/account.ts'
import { agenda } from './en/agenda.ts'
import { author } from './en/author.ts'
import { broadcast } from './en/broadcast.ts'
import { calendar } from './en/calendar.ts'
import { catalogue } from './en/catalogue.ts'
import { change } from './en/change.ts'
import { common } from './en/common.ts'
import { event } from './en/event.ts'
import { figures } from './en/figures.ts'
import { finance } from './en/finance.ts'
import { form } from './en/form.ts'
import { mail } from './en/mail.ts'
import { offer } from './en/offer.ts'
import { order } from './en/order.ts'
import { organize } from './en/organize.ts'
import { page } from './en/page.ts'
import { paper } from './en/paper.ts'
import { pay } from './en/pay.ts'
import { programme } from './en/programme.ts'
import { publishing } from './en/publishing.ts'
import { question } from './en/question.ts'
import { refusal } from './en/refusal.ts'
import { register } from './en/register.ts'
import { registrant } from './en/registrant.ts'
import { release } from './en/release.ts'
import { run } from './en/run.ts'
import { seat } from './en/seat.ts'
import { series } from './en/series.ts'
import { session } from './en/session.ts'
import { standing } from './en/standing.ts'
import { teach } from './en/teach.ts'
import { team } from './en/team.ts'
import { waiting } from './en/waiting.ts'
import { workspace } from './en/workspace.ts'
import { zone } from './en/zone.ts'

/** English is the catalogue that the others are measured against. */
export const en = {
  account,
  agenda,
  author,
  broadcast,
  calendar,
  catalogue,
  change,
  common,
  event,
  figures,
  finance,
  form,
  mail,
  offer,
  order,
  organize,
  page,
  paper,
  pay,
  programme,
  publishing,
  question,
  refusal,
  register,
  registrant,
  release,
  run,
  seat,
  series,
  session,
  standing,
  teach,
  team,
  waiting,
  workspace,
  zone,
}
