/** Which problem from their work people want taken up, by track. */
export const TOPICS: Record<string, string[]> = {
  'RT-E': [
    'Our upstream changes its routes at night and nobody tells us.',
    'RPKI: where does one begin?',
    'Two exits, and everything leaves by the slow one.',
    'How to write a policy that the next person can read.',
    'IPv6 beside what we have, not instead of it.',
  ],
  'RT-F': [
    'Notre point d’échange n’a qu’un commutateur.',
    'Comment filtrer sans bloquer nos clients ?',
    'Nos routes fuient vers un voisin.',
    'Convaincre la direction de signer nos préfixes.',
    'Un plan d’adressage pour trois villes.',
  ],
  'DNS-A': [
    'خادمنا يجيب ببطء في المساء.',
    'كيف نبدّل المفاتيح دون انقطاع؟',
    'نطاقاتنا على خادم واحد فقط.',
    'كيف نعرف أن التوقيع سينتهي؟',
    'أسئلة كثيرة من جهاز لا نعرفه.',
  ],
}

/** What was still unclear in the evening. */
export const UNCLEAR: Record<string, string[]> = {
  'RT-E': [
    'Why the lab’s second path was never used.',
    'When to filter by prefix and when by path.',
    'What a route server forgets.',
    'Where the second address came from.',
    'How long a signature is good for.',
  ],
  'RT-F': [
    'La différence entre les deux politiques de la fin.',
    'Ce que fait un serveur de routes quand il tombe.',
    'Pourquoi deux préfixes et pas un.',
    'Le temps de convergence.',
    'Ce que voit le voisin.',
  ],
  'DNS-A': [
    'متى نحتاج إلى مفتاحين.',
    'لماذا رفض الخادم التوقيع الثاني.',
    'ماذا يحدث حين ينتهي التوقيع.',
    'الفرق بين الخادمين.',
    'كيف نقرأ السجل.',
  ],
}

/** What should stay. */
export const KEEP: Record<string, string[]> = {
  'RT-E': [
    'The morning in which everything was broken on purpose.',
    'Two instructors in the room, always.',
    'Drawing the network on paper first.',
    'The evening in which we could stay in the lab.',
    'Questions before every break.',
  ],
  'RT-F': [
    'Les travaux en groupes de quatre.',
    'Les exercices qui échouent au bon endroit.',
    'Deux formateurs dans la salle.',
    'Le dessin du réseau au tableau.',
    'Les soirées au labo.',
  ],
  'DNS-A': [
    'الشرح بالعربية والتدريب على أجهزتنا.',
    'تمرين تبديل المفاتيح.',
    'مجموعات من أربعة.',
    'الأسئلة قبل كل استراحة.',
    'خطة لشبكتنا في اليوم الأخير.',
  ],
}

/** What should be better. */
export const CHANGE: Record<string, string[]> = {
  'RT-E': [
    'A longer break at noon.',
    'More time for one’s own network on Friday.',
    'Materials a week earlier.',
    'Less about vendors.',
    'Louder microphones in the hall.',
  ],
  'RT-F': [
    'Une salle moins froide.',
    'Les documents une semaine avant.',
    'Plus de temps pour notre propre réseau.',
    'Une pause plus longue à midi.',
    'Des prises à chaque place.',
  ],
  'DNS-A': [
    'شبكة أسرع في المختبر.',
    'يوم إضافي للمراقبة.',
    'المواد قبل أسبوع.',
    'استراحة أطول عند الظهر.',
    'مقابس كهرباء أكثر.',
  ],
}
