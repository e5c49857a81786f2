import { answerText } from './answer-text.ts'
import type { CsvParticipant } from './participants-csv.ts'
import type { Participant } from './participants.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import { countryName, languageName } from '#app/values/dates.ts'

interface Words {
  tracks: { id: string; code: string; title: string }[]
  ticketTypes: { id: string; name: string }[]
  questions: { id: string; kind: string; options: QuestionOption[] }[]
  language: string
  yes: string
  no: string
}

/** How a file says a participant's fields and answers, in the reader's language. */
export function writeParticipant(words: Words): (participant: Participant) => CsvParticipant {
  const country = (code: string) => countryName(code, words.language)
  return (participant) => {
    const track = words.tracks.find(({ id }) => id === participant.trackId)
    return {
      fields: {
        fullName: participant.fullName,
        latinName: participant.latinName ?? '',
        country: participant.country ? country(participant.country) : '',
        affiliation: participant.affiliation ?? '',
        language: participant.language ? languageName(participant.language, words.language) : '',
        track: track ? `${track.code}: ${track.title}` : '',
        ticket: words.ticketTypes.find(({ id }) => id === participant.ticketTypeId)?.name ?? '',
        email: participant.email ?? '',
        code: participant.code,
      },
      answers: Object.fromEntries(
        words.questions.map((question) => [
          question.id,
          answerText(
            question,
            participant.answers[question.id],
            { yes: words.yes, no: words.no, countryName: country },
            participant.asked[question.id],
          ),
        ]),
      ),
    }
  }
}
