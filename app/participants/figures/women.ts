import { fold } from '#app/values/text.ts'

/** How an option says that somebody is a woman, as a value or as a label, in the languages that organizers write. */
const WORDS = new Set(
  [
    'w',
    'f',
    'woman',
    'women',
    'female',
    'she',
    'femme',
    'femmes',
    'féminin',
    'une femme',
    'mujer',
    'mujeres',
    'femenino',
  ]
    .concat([
      'mulher',
      'mulheres',
      'feminino',
      'frau',
      'weiblich',
      'donna',
      'женщина',
      'женский',
      'жінка',
      'әйел',
      'аял',
    ])
    .concat(['امرأة', 'أنثى', 'wanita', 'perempuan', 'mwanamke', 'женски'])
    .map(fold),
)

/** The values of a question about gender that mean women. */
export function womenValues(texts: { options: { value: string; label: string }[] }[]): Set<string> {
  const options = texts.flatMap(({ options }) => options)
  return new Set(
    options.filter(({ value, label }) => WORDS.has(fold(value)) || WORDS.has(fold(label))).map(({ value }) => value),
  )
}
