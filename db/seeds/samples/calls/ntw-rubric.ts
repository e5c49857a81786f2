import { judged } from './written-criterion.ts'

const counts = (points: number) => [points, { '': points }] as const

/** A hundred points; the middle anchors are those of the committee. */
export const NTW_RUBRIC = [
  judged(
    'fit',
    ...counts(20),
    { en: ['Fit of the work to the track'], fr: ['Adéquation du travail au parcours'] },
    {
      0: ['Nothing to do with a network', 'Sans lien avec un réseau'],
      10: ['Some network duty', 'Quelques tâches réseau'],
      20: ['Runs what the track teaches', 'Exploite ce que le parcours enseigne'],
    },
  ),
  judged(
    'readiness',
    ...counts(20),
    {
      en: ['Technical readiness', 'By the grid of skills: neither too little nor too much.'],
      fr: ['Préparation technique', 'Selon la grille : ni trop peu ni trop.'],
    },
    {
      0: ['None of the prerequisites, or teaches them already', 'Aucun prérequis, ou les enseigne déjà'],
      10: ['Meets 60 % of the prerequisites', 'Remplit 60 % des prérequis'],
      20: ['Meets all, has most in a lab', 'Les remplit tous, surtout en laboratoire'],
    },
  ),
  judged(
    'replication',
    ...counts(25),
    { en: ['Plan to pass it on, and support for it'], fr: ['Projet de transmission et soutien'] },
    {
      0: ['No plan', 'Pas de projet'],
      12: ['A named course, no date', 'Un cours nommé, sans date'],
      25: ['A course with a date, a room and a released trainer', 'Un cours daté, un lieu, un formateur libéré'],
    },
  ),
  judged(
    'need',
    ...counts(15),
    { en: ['Need and use of funds'], fr: ['Besoin et usage des fonds'] },
    {
      0: ['The employer could pay', 'L’employeur pourrait payer'],
      7: ['Partial funds, gap shown', 'Fonds partiels, manque montré'],
      15: ['No other way, and shown', 'Aucune autre voie, et c’est montré'],
    },
  ),
  judged(
    'impact',
    ...counts(10),
    {
      en: ['Impact on country and institution', 'Few trained people, many users.'],
      fr: ['Effet sur le pays et l’institution', 'Peu de personnes formées, beaucoup d’utilisateurs.'],
    },
    {
      0: ['Many trained before', 'Beaucoup déjà formés'],
      5: ['Some earlier trainees', 'Quelques anciens participants'],
      10: ['The first of a large network', 'La première personne d’un grand réseau'],
    },
  ),
  judged(
    'language',
    ...counts(10),
    { en: ['Language suffices for the track'], fr: ['La langue suffit pour le parcours'] },
    {
      0: ['Could not follow', 'Ne pourrait pas suivre'],
      5: ['2 of 4 in all four skills', '2 sur 4 dans les quatre compétences'],
      10: ['4 of 4 in all four', '4 sur 4 partout'],
    },
  ),
]
