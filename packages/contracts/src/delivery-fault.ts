// What went wrong on the way to an address that a tenant set, in Chinese. Logs keep one text, in English; whatever is not in this list is shown as it is.

const phrases: readonly [RegExp, string][] = [
  [/^the address holds a password$/, '地址中含有密码'],
  [/^the address is not https$/, '地址不是 https'],
  [/^the name does not resolve$/, '无法解析该域名'],
  [/^the address is private$/, '地址属于内部网络'],
  [/^it answered (\d+)$/, '返回状态 $1'],
  [/^it is no JWK set$/, '返回内容不是 JWK 集'],
  [/^(?:it|the receiver) could not be reached: (\S+)/, '无法连接：$1'],
  [/^RSA keys with a kid: (\d+)$/, '带 kid 的 RSA 密钥：$1 个'],
  [/^a token for scores was given$/, '已取得发送成绩的令牌'],
  [/^answered without a bearer token$/, '返回内容中没有 bearer 令牌'],
  [/^answered (\d+): ([a-z_]+)$/, '返回状态 $1：$2'],
  [/^answered (\d+)$/, '返回状态 $1'],
  [/^could not be reached: (.+)$/, '无法连接：$1'],
  [/^the platform answered (\d+)$/, '平台返回状态 $1'],
  [/^the receiver answered (\d+)$/, '接收方返回状态 $1'],
  [/^the endpoint was removed$/, '接收地址已被移除'],
  [/^AUTH_SECRET was changed, so that the subject cannot be read$/, 'AUTH_SECRET 已更改，无法读取用户标识'],
]
const places: readonly [RegExp, string][] = [
  [/^token URL:? /, '令牌地址：'],
  [/^line item:? /, '成绩栏：'],
]

export function faultIn(locale: 'en' | 'zh-CN', fault: string): string {
  if (locale === 'en') return fault
  const place = places.find(([form]) => form.test(fault))
  const rest = place ? fault.replace(place[0], '') : fault
  const phrase = phrases.find(([form]) => form.test(rest))
  return phrase ? `${place?.[1] ?? ''}${rest.replace(phrase[0], phrase[1])}` : fault
}
