import { account } from './fr/account.ts'
import { admission } from './fr/admission.ts'
import { agenda } from './fr/agenda.ts'
import { applicants } from './fr/applicants.ts'
import { application } from './fr/application.ts'
import { attendance } from './fr/attendance.ts'
import { author } from './fr/author.ts'
import { award } from './fr/award.ts'
import { broadcast } from './fr/broadcast.ts'
import { calendar } from './fr/calendar.ts'
import { call } from './fr/call.ts'
import { callHome } from './fr/call-home.ts'
import { catalogue } from './fr/catalogue.ts'
import { certificate } from './fr/certificate.ts'
import { change } from './fr/change.ts'
import { checkIn } from './fr/check-in.ts'
import { common } from './fr/common.ts'
import { device } from './fr/device.ts'
import { download } from './fr/download.ts'
import { event } from './fr/event.ts'
import { figures } from './fr/figures.ts'
import { finance } from './fr/finance.ts'
import { form } from './fr/form.ts'
import { fund } from './fr/fund.ts'
import { lab } from './fr/lab.ts'
import { list } from './fr/list.ts'
import { mail } from './fr/mail.ts'
import { offer } from './fr/offer.ts'
import { onPaper } from './fr/on-paper.ts'
import { order } from './fr/order.ts'
import { organize } from './fr/organize.ts'
import { page } from './fr/page.ts'
import { paper } from './fr/paper.ts'
import { pay } from './fr/pay.ts'
import { programme } from './fr/programme.ts'
import { publishing } from './fr/publishing.ts'
import { question } from './fr/question.ts'
import { reference } from './fr/reference.ts'
import { refusal } from './fr/refusal.ts'
import { register } from './fr/register.ts'
import { registrant } from './fr/registrant.ts'
import { release } from './fr/release.ts'
import { reviewing } from './fr/reviewing.ts'
import { roster } from './fr/roster.ts'
import { run } from './fr/run.ts'
import { seat } from './fr/seat.ts'
import { selection } from './fr/selection.ts'
import { series } from './fr/series.ts'
import { session } from './fr/session.ts'
import { standing } from './fr/standing.ts'
import { survey } from './fr/survey.ts'
import { teach } from './fr/teach.ts'
import { team } from './fr/team.ts'
import { textForm } from './fr/text-form.ts'
import { waiting } from './fr/waiting.ts'
import { workshop } from './fr/workshop.ts'
import { workspace } from './fr/workspace.ts'
import { zone } from './fr/zone.ts'

export const fr = {
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
