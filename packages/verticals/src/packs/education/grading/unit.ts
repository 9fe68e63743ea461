// Units of answers: what a learner may write for them, and conversion. Only units of the list below reach the library, never a learner's text.
import { algebra } from './mathjs.ts'

/** Name in the library -> how people write it; the first is how we print it. Each kind converts within itself only. */
const written: Record<string, readonly string[]> = {
  mm: ['mm', 'millimetre', 'millimeter', '毫米'],
  cm: ['cm', 'centimetre', 'centimeter', '厘米', '公分'],
  dm: ['dm', 'decimetre', 'decimeter', '分米'],
  m: ['m', 'metre', 'meter', '米'],
  km: ['km', 'kilometre', 'kilometer', '千米', '公里'],
  inch: ['in', 'inch', 'inches', '英寸'],
  ft: ['ft', 'foot', 'feet', '英尺'],
  yd: ['yd', 'yard', '码'],
  mile: ['mi', 'mile', '英里'],
  mg: ['mg', 'milligram', '毫克'],
  g: ['g', 'gram', 'gramme', '克'],
  kg: ['kg', 'kilogram', 'kilo', '千克', '公斤'],
  tonne: ['t', 'tonne', '吨'],
  lb: ['lb', 'pound', '磅'],
  oz: ['oz', 'ounce', '盎司'],
  s: ['s', 'sec', 'second', '秒', '秒钟'],
  minute: ['min', 'minute', '分钟'],
  hour: ['h', 'hr', 'hour', '小时', '时'],
  day: ['d', 'day', '天', '日'],
  week: ['week', 'wk', '周', '星期'],
  ml: ['ml', 'millilitre', 'milliliter', '毫升'],
  l: ['l', 'litre', 'liter', '升'],
  'mm^2': ['mm^2', 'square millimetre', 'square millimeter', '平方毫米'],
  'cm^2': ['cm^2', 'cm2', 'square centimetre', 'square centimeter', 'sq cm', '平方厘米'],
  'dm^2': ['dm^2', 'dm2', 'square decimetre', '平方分米'],
  'm^2': ['m^2', 'm2', 'square metre', 'square meter', 'sq m', '平方米'],
  'km^2': ['km^2', 'km2', 'square kilometre', 'square kilometer', '平方千米', '平方公里'],
  hectare: ['ha', 'hectare', '公顷'],
  'cm^3': ['cm^3', 'cm3', 'cubic centimetre', 'cubic centimeter', '立方厘米'],
  'dm^3': ['dm^3', 'dm3', 'cubic decimetre', '立方分米'],
  'm^3': ['m^3', 'm3', 'cubic metre', 'cubic meter', '立方米'],
  'km/hour': [
    'km/h',
    'kph',
    'km per hour',
    'kilometres per hour',
    'kilometers per hour',
    '千米/时',
    '公里/小时',
    '千米每小时',
    '公里每小时',
    '千米/小时',
  ],
  'm/s': ['m/s', 'metres per second', 'meters per second', '米/秒', '米每秒'],
  'm/minute': ['m/min', 'metres per minute', 'meters per minute', '米/分', '米/分钟', '米每分钟'],
  'mile/hour': ['mph', 'miles per hour', '英里/小时'],
  deg: ['°', 'deg', 'degree', '度'],
}

/** Money and percent do not convert here; a name of theirs stands for itself. */
const plainNames: Record<string, readonly string[]> = {
  $: ['$', 'usd', 'us$', 'dollar', '美元'],
  '€': ['€', 'eur', 'euro', '欧元'],
  '£': ['£', 'gbp', 'quid', '英镑'],
  '¥': ['¥', 'cny', 'rmb', 'yuan', '元', '块', '块钱', '元钱', '人民币'],
  '%': ['%', 'percent', 'per cent', '百分号'],
}

const library = new Map(Object.entries(written).flatMap(([name, forms]) => forms.map((form) => [form, name] as const)))
const plain = new Map(Object.entries(plainNames).flatMap(([name, forms]) => forms.map((form) => [form, name] as const)))

export type Unit = { name: string; converts: boolean }

/** Any word is a unit ("apples"); only known ones convert. Null for what is no unit at all. */
export function readUnit(text: string): Unit | null {
  const bare = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[.!]$/, '')
  if (bare === '') return null
  const money = plain.get(bare) ?? plain.get(singular(bare))
  if (money !== undefined) return { name: money, converts: false }
  const known = library.get(bare) ?? library.get(singular(bare))
  if (known !== undefined) return { name: known, converts: true }
  if (!/^[\p{L}][\p{L} -]{0,29}$/u.test(bare) || bare.split(' ').length > 3) return null
  return { name: singular(bare.replace(/^[个只本支条张块名位人件棵]/u, '') || bare), converts: false }
}

const singular = (word: string) => word.replace(/(?:(?<=[sx]|ch|sh)es|(?<!s)s)(?=$| per )/, '')

/** Value of one `from` in `to`; null when they measure different things. */
export function unitFactor(from: Unit, to: Unit): number | null {
  if (from.name === to.name) return 1
  if (!from.converts || !to.converts) return null
  const [one, other] = [algebra.unit(1, from.name), algebra.unit(1, to.name)]
  return one.equalBase(other) ? one.toNumber(to.name) : null
}
