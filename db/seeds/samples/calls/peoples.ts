/** Invented people of one part of the world: family names are words for "example", so that nobody real is meant. */
export interface SamplePeople {
  /** How many of a hundred applicants come from there. */
  share: number
  countries: string[]
  given: { woman: string[]; man: string[] }
  family: string[]
  /** Given, then family name as the world writes them, in the same order as above; left out: as they are. */
  latin?: { given: { woman: string[]; man: string[] }; family: string[] }
  /** How a whole name is put together. */
  order?: 'family-first' | 'given-only' | 'together'
  /** In which they apply, the first the most often; how well they know English and French, 0 to 4. */
  writes: string[]
  english: number
  french: number
}

const words = (text: string) => text.split(' ')

export const SAMPLE_PEOPLES: SamplePeople[] = [
  {
    share: 22,
    countries: words('KE UG TZ NG GH ZM ZW MW LR SL GM LS BW'),
    given: {
      woman: words('Wanjiku Amina Akosua Chipo Neema Ngozi Thandi'),
      man: words('Kwame Juma Tendai Chidi Baraka Otieno Kofi'),
    },
    family: words('Mfano Testi Sandbox Placeholder Specimen Mockson Exemplar'),
    writes: ['en'],
    english: 4,
    french: 0,
  },
  {
    share: 21,
    countries: words('SN ML BF BJ TG CI NE CM CD CF GN TD MG BI KM'),
    given: {
      woman: words('Fatou Aïcha Mariam Adjoa Hawa Clémence'),
      man: words('Moussa Amadou Koffi Jean-Bosco Issa Dieudonné'),
    },
    family: words('Exemple Spécimen Échantillon Modèle Gabarit Essai'),
    writes: ['fr', 'fr', 'fr', 'en'],
    english: 2,
    french: 4,
  },
  {
    share: 5,
    countries: ['RW'],
    given: { woman: words('Uwase Keza Ingabire'), man: words('Mugisha Ntwari Shema') },
    family: words('Urugero Ikitegererezo Exemple'),
    writes: ['en', 'fr'],
    english: 3,
    french: 3,
  },
  {
    share: 12,
    countries: words('EG MA TN MR SD JO YE SY PS LB'),
    given: { woman: words('نور سلمى ليلى هدى'), man: words('يوسف عمر سامي كريم') },
    family: words('تجريبي نموذجي مثالي افتراضي'),
    latin: {
      given: { woman: words('Nour Salma Layla Huda'), man: words('Youssef Omar Sami Karim') },
      family: words('Tajribi Namoudhaji Mithali Iftiradi'),
    },
    writes: ['ar', 'en', 'fr'],
    english: 3,
    french: 2,
  },
  {
    share: 4,
    countries: ['ET'],
    given: { woman: words('ሰላም ሀና'), man: words('ዳዊት ሙከራ') },
    family: words('ምሳሌ ናሙና'),
    latin: { given: { woman: words('Selam Hana'), man: words('Dawit Mukera') }, family: words('Misale Namuna') },
    writes: ['en'],
    english: 3,
    french: 0,
  },
  {
    share: 11,
    countries: words('IN NP BD PK LK'),
    given: { woman: words('आशा मीरा उषा'), man: words('रोहित अनिल किरण') },
    family: words('नमूना उदाहरण परीक्षण'),
    latin: {
      given: { woman: words('Asha Mira Usha'), man: words('Rohit Anil Kiran') },
      family: words('Namuna Udaharan Parikshan'),
    },
    writes: ['en'],
    english: 4,
    french: 0,
  },
  {
    share: 5,
    countries: words('ID PH TL PG'),
    given: { woman: words('Siti Dewi Contohwati'), man: words('Budi Joko Contohadi') },
    family: words('Contoh Misalnya'),
    order: 'given-only',
    writes: ['en'],
    english: 3,
    french: 0,
  },
  {
    share: 4,
    countries: words('VN LA KH'),
    given: { woman: words('Mẫu Thử'), man: words('Ví-Dụ Thử-Nghiệm') },
    family: ['Nguyễn Thị', 'Trần Văn', 'Lê'],
    order: 'family-first',
    writes: ['en', 'fr'],
    english: 2,
    french: 1,
  },
  {
    share: 5,
    countries: words('KG UZ TJ KZ MN'),
    given: { woman: words('Айгүл Жылдыз Мария'), man: words('Данияр Нурлан Бакыт') },
    family: words('Үлгүбеков Примеров Образцов'),
    latin: {
      given: { woman: words('Aigul Zhyldyz Maria'), man: words('Daniyar Nurlan Bakyt') },
      family: words('Ulgubekov Primerov Obraztsov'),
    },
    writes: ['en'],
    english: 2,
    french: 0,
  },
  {
    share: 5,
    countries: words('BO HN NI GT HT SV PE'),
    given: { woman: ['María de los Ángeles', 'Guadalupe', 'Lupe'], man: ['Tomás', 'José', 'Raúl'] },
    family: ['Muestra', 'Ejemplo y Prueba', 'Supuesto'],
    writes: ['en', 'fr'],
    english: 2,
    french: 1,
  },
  {
    share: 3,
    countries: words('FJ VU SB WS TO KI'),
    given: { woman: words('Sina Mele Alofa'), man: words('Tevita Jone Hone') },
    family: words('Fakataukei Tauira Faʻataʻitaʻiga'),
    writes: ['en', 'fr'],
    english: 4,
    french: 1,
  },
  {
    share: 3,
    countries: words('MM TH'),
    given: { woman: ['မိမိ', 'သီတာ'], man: ['အောင်', 'ကျော်'] },
    family: words('ဥပမာ နမူနာ'),
    latin: { given: { woman: ['Mi Mi', 'Thida'], man: ['Aung', 'Kyaw'] }, family: words('Upama Namuna') },
    order: 'given-only',
    writes: ['en'],
    english: 2,
    french: 0,
  },
]

/** Students of the world, for a symposium on security: also from where fellowships do not go. */
export const SAMPLE_STUDENTS: SamplePeople[] = [
  {
    share: 26,
    countries: ['US', 'US', 'US', 'CA'],
    given: { woman: words('Avery Priya Mei Dana'), man: words('Jordan Ravi Wei Noah') },
    family: words('Sampleton Placeholder Mockwell Dummyson Testcase'),
    writes: ['en'],
    english: 4,
    french: 0,
  },
  {
    share: 16,
    countries: words('CN SG TW HK'),
    given: { woman: words('小红 小丽 晓梅'), man: words('小明 大伟 志强') },
    family: words('例 样 范'),
    latin: {
      given: { woman: words('Xiaohong Xiaoli Xiaomei'), man: words('Xiaoming Dawei Zhiqiang') },
      family: words('Li Yang Fan'),
    },
    order: 'together',
    writes: ['en'],
    english: 3,
    french: 0,
  },
  {
    share: 12,
    countries: ['KR'],
    given: { woman: words('예지 시아'), man: words('예준 시우') },
    family: words('김예시 이예제 박견본'),
    latin: {
      given: { woman: words('Yeji Sia'), man: words('Yejun Siu') },
      family: words('Kim-Sample Lee-Example Park-Specimen'),
    },
    order: 'together',
    writes: ['en'],
    english: 3,
    french: 0,
  },
  {
    share: 5,
    countries: ['JP'],
    given: { woman: words('花子 例子'), man: words('太郎 一郎') },
    family: words('山田例 見本'),
    latin: { given: { woman: words('Hanako Reiko'), man: words('Taro Ichiro') }, family: words('Yamada-Rei Mihon') },
    order: 'together',
    writes: ['en'],
    english: 3,
    french: 0,
  },
  {
    share: 19,
    countries: words('DE FR NL IT GB CH PL ES SE AT'),
    given: { woman: words('Petra Ingrid Zoë Inés Siobhán'), man: words('Erik Łukasz Günther Íñigo Þór') },
    family: words('Beispiel Voorbeeld Esempio Muestra Przykład Primjer O’Test-Case'),
    writes: ['en', 'en', 'en', 'fr'],
    english: 4,
    french: 1,
  },
  ...SAMPLE_PEOPLES.filter(({ countries }) => ['KE', 'IN', 'EG', 'VN', 'BO'].includes(countries[0]!)).map((people) => ({
    ...people,
    share: 5,
  })),
]
