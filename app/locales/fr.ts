import { account } from './fr/account.ts'
import { agenda } from './fr/agenda.ts'
import { author } from './fr/author.ts'
import { broadcast } from './fr/broadcast.ts'
import { calendar } from './fr/calendar.ts'
import { catalogue } from './fr/catalogue.ts'
import { change } from './fr/change.ts'
import { common } from './fr/common.ts'
import { event } from './fr/event.ts'
import { figures } from './fr/figures.ts'
import { finance } from './fr/finance.ts'
import { form } from './fr/form.ts'
import { mail } from './fr/mail.ts'
import { offer } from './fr/offer.ts'
import { order } from './fr/order.ts'
import { organize } from './fr/organize.ts'
import { page } from './fr/page.ts'
import { paper } from './fr/paper.ts'
import { pay } from './fr/pay.ts'
import { programme } from './fr/programme.ts'
import { publishing } from './fr/publishing.ts'
import { question } from './fr/question.ts'
import { refusal } from './fr/refusal.ts'
import { register } from './fr/register.ts'
import { registrant } from './fr/registrant.ts'
import { release } from './fr/release.ts'
import { run } from './fr/run.ts'
import { seat } from './fr/seat.ts'
import { series } from './fr/series.ts'
import { session } from './fr/session.ts'
import { standing } from './fr/standing.ts'
import { teach } from './fr/teach.ts'
import { team } from './fr/team.ts'
import { waiting } from './fr/waiting.ts'
import { workspace } from './fr/workspace.ts'
import { zone } from './fr/zone.ts'

export const fr = {
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
