// A word screen for what a tutor must not handle: self-harm, abuse, violence, sexual matters, data of persons. Better one message too many at the teacher's than one too few.
import { plainText } from '../grading/plain.ts'
import type { ScreenKind } from './screen-kind.ts'
import { screenWords } from './screen-words.ts'

/** A flagged text stops the tutor and goes to the teacher. Longer texts are read in their first twenty thousand characters. */
export function screenText(text: string): { flagged: boolean; kinds: ScreenKind[] } {
  const original = text.slice(0, 20_000)
  const readings = readingsOf(original)
  const kinds = screenWords.filter(({ pattern }) => readings.some((one) => pattern.test(one))).map(({ kind }) => kind)
  if (!kinds.includes('personal_data') && hasPersonalData(plainText(original).text)) kinds.push('personal_data')
  return { flagged: kinds.length > 0, kinds }
}

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** The text plain, without leet, without tripled letters, with letters put together that were set apart, and Chinese without what stands between. */
function readingsOf(text: string): string[] {
  const plain = plainText(text).text.toLowerCase().replace(/\s+/g, ' ')
  const unleet = plain.replace(
    /(?<=[a-z*])[013457@$!](?=[a-z])|(?<![\w])[013457@$](?=[a-z]{2})/g,
    (char) => leet[char] ?? char,
  )
  const calm = unleet.replace(/([a-z])\1{2,}/g, '$1')
  const together = calm.replace(/(?<![a-z])[a-z](?:[\s.\-_*]{1,2}[a-z](?![a-z]))+/g, (run) =>
    run.replace(/[^a-z]/g, ''),
  )
  const han = plain
    .replace(/(?<=\p{Script=Han})[^\p{Script=Han}\w]+(?=\p{Script=Han})/gu, '')
    .replace(/殺/g, '杀')
    .replace(/殘/g, '残')
    .replace(/輕/g, '轻')
    .replace(/樓/g, '楼')
    .replace(/沒/g, '没')
  return [...new Set([plain, unleet, calm, together, han])]
}

const contact =
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,}|(?<![\d.,])(?!\d{1,3}(?: \d{3})+(?![\d\s-]))(?<!\d )(?:\+\d{1,3}[\s-]?)?(?:\(?\d{2,4}\)?[\s-]){2,4}\d{3,4}(?![\d.,])|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\+\d{9,14}(?!\d)/

const address =
  /\b(?:i live (?:at|in|on)|my address is)\b.{0,40}\b\d|\b\d{1,4}\s+[a-z]+\s+(?:street|road|avenue|lane|drive)\b.{0,20}\b(?:i live|my home|my house)|我(?:家)?(?:住在?|地址是?|家在).{1,20}(?:[路街巷号栋室]|小区)|\bmy (?:phone|mobile|telephone|number|e-?mail|password|instagram|snapchat|whatsapp)(?: number)? is\b(?! (?:wrong|odd|even|prime))|我的?(?:电话|手机号?|微信号?|邮箱|密码|身份证号?)(?:号码)?是/i

const introduction =
  /\b(?:[Mm]y (?:full |real )?name is|[Ii](?:'m| am) called) [A-Z][a-z]+ [A-Z][a-z]+|我(?:的名字)?(?:叫|是)[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤](?!老师|先生|女士|同学|校长|医生)[\u4e00-\u9fff]{1,2}(?=$|[,.!;\s])/

function hasPersonalData(text: string): boolean {
  return contact.test(text) || address.test(text) || introduction.test(text)
}
