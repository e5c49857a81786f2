import { account } from './en/account.ts'
import { admission } from './en/admission.ts'
import { agenda } from './en/agenda.ts'
import { applicants } from './en/applicants.ts'
import { application } from './en/application.ts'
import { attendance } from './en/attendance.ts'
import { author } from './en/author.ts'
import { award } from './en/award.ts'
import { broadcast } from './en/broadcast.ts'
import { calendar } from './en/calendar.ts'
import { call } from './en/call.ts'
import { callHome } from './en/call-home.ts'
import { catalogue } from './en/catalogue.ts'
import { certificate } from './en/certificate.ts'
import { change } from './en/change.ts'
import { checkIn } from './en/check-in.ts'
import { common } from './en/common.ts'
import { device } from './en/device.ts'
import { download } from './en/download.ts'
import { event } from './en/event.ts'
import { figures } from './en/figures.ts'
import { finance } from './en/finance.ts'
import { form } from './en/form.ts'
import { fund } from './en/fund.ts'
import { lab } from './en/lab.ts'
import { list } from './en/list.ts'
import { mail } from './en/mail.ts'
import { offer } from './en/offer.ts'
import { onPaper } from './en/on-paper.ts'
import { order } from './en/order.ts'
import { organize } from './en/organize.ts'
import { page } from './en/page.ts'
import { paper } from './en/paper.ts'
import { pay } from './en/pay.ts'
import { programme } from './en/programme.ts'
import { publishing } from './en/publishing.ts'
import { question } from './en/question.ts'
import { reference } from './en/reference.ts'
import { refusal } from './en/refusal.ts'
import { register } from './en/register.ts'
import { registrant } from './en/registrant.ts'
import { release } from './en/release.ts'
import { reviewing } from './en/reviewing.ts'
import { roster } from './en/roster.ts'
import { run } from './en/run.ts'
import { seat } from './en/seat.ts'
import { selection } from './en/selection.ts'
import { series } from './en/series.ts'
import { session } from './en/session.ts'
import { standing } from './en/standing.ts'
import { survey } from './en/survey.ts'
import { teach } from './en/teach.ts'
import { team } from './en/team.ts'
import { textForm } from './en/text-form.ts'
import { waiting } from './en/waiting.ts'
import { workshop } from './en/workshop.ts'
import { workspace } from './en/workspace.ts'
import { zone } from './en/zone.ts'

/** English is the catalogue that the others are measured against. */
export const en = {
  account,
  admission,
  agenda,
  applicants,
  application,
  attendance,
  author,
  award,
  broadcast,
  calendar,
  call,
  callHome,
  catalogue,
  certificate,
  change,
  checkIn,
  common,
  device,
  download,
  event,
  figures,
  finance,
  form,
  fund,
  lab,
  list,
  mail,
  offer,
  onPaper,
  order,
  organize,
  page,
  paper,
  pay,
  programme,
  publishing,
  question,
  reference,
  refusal,
  register,
  registrant,
  release,
  reviewing,
  roster,
  run,
  seat,
  selection,
  series,
  session,
  standing,
  survey,
  teach,
  team,
  textForm,
  waiting,
  workshop,
  workspace,
  zone,
}
