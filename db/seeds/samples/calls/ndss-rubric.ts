import { judged } from './written-criterion.ts'

const counts = (points: number) => [points, { '': points }] as const

/** A hundred points. */
export const NDSS_RUBRIC = [
  judged(
    'need',
    ...counts(30),
    {
      en: ['Financial need', 'And which other funding was tried.'],
      fr: ['Besoin financier', 'Et quelles autres aides ont été demandées.'],
    },
    {
      0: ['The school pays', 'L’école paie'],
      15: ['A part is covered', 'Une partie est couverte'],
      30: ['Nothing is covered, others were asked', 'Rien n’est couvert, d’autres ont été sollicités'],
    },
  ),
  judged(
    'benefit',
    ...counts(25),
    {
      en: ['Benefit to research and career', 'By the statement.'],
      fr: ['Bénéfice pour la recherche et la carrière', 'D’après le texte.'],
    },
    {
      0: ['None is named', 'Aucun n’est nommé'],
      12: ['General', 'Général'],
      25: ['Named people, papers, next steps', 'Personnes, articles et suites nommés'],
    },
  ),
  judged(
    'presenting',
    ...counts(15),
    { en: ['Presenting or author'], fr: ['Présente ou auteur'] },
    {
      0: ['No', 'Non'],
      8: ['At a workshop, or a poster', 'Dans un atelier, ou une affiche'],
      15: ['Author of a paper at NDSS', 'Auteur d’un article à NDSS'],
    },
  ),
  judged(
    'letter',
    ...counts(10),
    {
      en: ['Adviser’s letter', 'How strong it is, and that it confirms the status.'],
      fr: ['Lettre de recommandation', 'Sa force, et la confirmation du statut.'],
    },
    {
      0: ['None', 'Aucune'],
      5: ['Confirms the status', 'Confirme le statut'],
      10: ['Strong, with examples', 'Forte, avec des exemples'],
    },
  ),
  judged(
    'participation',
    ...counts(15),
    {
      en: ['Widening participation', 'A school without budget, a group or region that is seldom there.'],
      fr: ['Élargir la participation', 'École sans budget, groupe ou région rarement présents.'],
    },
    {
      0: ['Often there', 'Souvent présents'],
      8: ['Seldom there', 'Rarement présents'],
      15: ['Never there so far', 'Jamais présents jusqu’ici'],
    },
  ),
  judged(
    'service',
    ...counts(5),
    {
      en: ['Community service', 'Artifact evaluation, volunteering, helping students.'],
      fr: ['Service', 'Évaluation d’artefacts, bénévolat, aide aux étudiants.'],
    },
    {
      0: ['None', 'Aucun'],
      3: ['Some', 'Un peu'],
      5: ['For years', 'Depuis des années'],
    },
  ),
]
