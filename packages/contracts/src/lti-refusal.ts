// What a refused launch says to whoever sees it, in both languages: what is wrong, and who can mend it. It repeats nothing of what was sent.
import type { LtiRefusal } from './lti.ts'

type Words = { en: string; 'zh-CN': string }

const askAdmin = {
  en: 'Ask whoever set the tool up in your learning platform to compare the registration on both sides.',
  'zh-CN': '请让在学习平台中设置此工具的人员核对两边的注册信息。',
}
const again = {
  en: 'Go back to your course and open the activity again.',
  'zh-CN': '请回到课程中重新打开该活动。',
}
const newWindow = {
  en: 'Your browser does not keep our cookie in a frame. Open the activity in a new window; the platform has a setting for it.',
  'zh-CN': '浏览器没有在框架中保存本站的 Cookie。请在新窗口中打开该活动；学习平台有相应的设置。',
}

const table: Record<LtiRefusal, readonly [Words, Words]> = {
  login_malformed: [
    {
      en: 'The login request lacks iss, login_hint or target_link_uri.',
      'zh-CN': '登录请求缺少 iss、login_hint 或 target_link_uri。',
    },
    askAdmin,
  ],
  registration_unknown: [
    {
      en: 'No platform with this issuer and client id is registered here.',
      'zh-CN': '此处没有注册使用该 issuer 和 client id 的平台。',
    },
    askAdmin,
  ],
  deployment_unknown: [
    { en: 'This deployment id is not part of the registration.', 'zh-CN': '该 deployment id 不在注册信息中。' },
    askAdmin,
  ],
  platform_error: [
    { en: 'The learning platform ended the login with an error.', 'zh-CN': '学习平台以错误结束了登录。' },
    again,
  ],
  launch_malformed: [
    { en: 'The launch came without an id_token or a state.', 'zh-CN': '启动请求缺少 id_token 或 state。' },
    again,
  ],
  state_unknown: [
    { en: 'Nobody began this login here, or it ended long ago.', 'zh-CN': '此登录并非在此处发起，或早已结束。' },
    again,
  ],
  state_used: [{ en: 'This launch was used already.', 'zh-CN': '此启动请求已被使用过。' }, again],
  state_expired: [{ en: 'The login took longer than ten minutes.', 'zh-CN': '登录用时超过了十分钟。' }, again],
  browser_unknown: [
    {
      en: 'The launch did not come from the browser that began the login.',
      'zh-CN': '启动请求并非来自发起登录的浏览器。',
    },
    newWindow,
  ],
  token_malformed: [
    { en: 'The id_token is not a signed token, or is too large.', 'zh-CN': 'id_token 不是签名令牌，或过大。' },
    askAdmin,
  ],
  token_algorithm: [{ en: 'The id_token is not signed by RS256.', 'zh-CN': 'id_token 未使用 RS256 签名。' }, askAdmin],
  key_unknown: [
    {
      en: 'The key that signed the id_token is not in the platform’s keyset.',
      'zh-CN': '签署 id_token 的密钥不在平台的密钥集中。',
    },
    askAdmin,
  ],
  keys_unreachable: [{ en: 'The platform’s keyset could not be read.', 'zh-CN': '无法读取平台的密钥集。' }, askAdmin],
  signature_wrong: [{ en: 'The signature of the id_token is wrong.', 'zh-CN': 'id_token 的签名有误。' }, askAdmin],
  token_expired: [{ en: 'The id_token has ended or says no time.', 'zh-CN': 'id_token 已过期或缺少时间。' }, again],
  token_from_future: [
    {
      en: 'The id_token is of a later time than ours. A clock may be wrong.',
      'zh-CN': 'id_token 的时间晚于本站时间，可能有时钟不准。',
    },
    askAdmin,
  ],
  issuer_wrong: [{ en: 'The id_token is of another issuer.', 'zh-CN': 'id_token 来自其他 issuer。' }, askAdmin],
  audience_wrong: [
    {
      en: 'The id_token is for another tool, or for others too.',
      'zh-CN': 'id_token 是发给其他工具的，或同时发给了其他工具。',
    },
    askAdmin,
  ],
  authorized_party_wrong: [
    { en: 'The azp of the id_token is not this tool.', 'zh-CN': 'id_token 的 azp 不是此工具。' },
    askAdmin,
  ],
  nonce_wrong: [{ en: 'The nonce is not the one of this login.', 'zh-CN': 'nonce 与本次登录不符。' }, again],
  version_wrong: [{ en: 'The message is not of LTI 1.3.0.', 'zh-CN': '该消息不是 LTI 1.3.0。' }, askAdmin],
  message_type_wrong: [
    { en: 'Only resource links can be launched here.', 'zh-CN': '此处只能启动资源链接。' },
    askAdmin,
  ],
  target_wrong: [
    { en: 'The target link URI is not the launch URL of this tool.', 'zh-CN': '目标链接 URI 不是此工具的启动地址。' },
    askAdmin,
  ],
  resource_link_missing: [
    { en: 'The launch names no resource link.', 'zh-CN': '启动请求没有指明资源链接。' },
    askAdmin,
  ],
  subject_missing: [
    {
      en: 'The launch does not say who comes. Anonymous practice is not offered.',
      'zh-CN': '启动请求没有说明使用者是谁。不提供匿名练习。',
    },
    askAdmin,
  ],
  role_missing: [
    { en: 'You are neither a learner nor a teacher in this course.', 'zh-CN': '您在该课程中既不是学习者也不是教师。' },
    askAdmin,
  ],
  custom_wrong: [
    {
      en: 'The custom parameters name a skill or a template that is not here.',
      'zh-CN': '自定义参数指定了此处没有的技能或模板。',
    },
    askAdmin,
  ],
  claims_malformed: [
    { en: 'The claims of the id_token are not as the standard says.', 'zh-CN': 'id_token 的声明不符合标准。' },
    askAdmin,
  ],
  too_many: [
    { en: 'Too many launches from this address. Wait a minute.', 'zh-CN': '来自该地址的启动过多。请稍候一分钟。' },
    again,
  ],
  failed: [{ en: 'Something went wrong on our side.', 'zh-CN': '我们这边出错了。' }, again],
}

export function refusalWords(code: LtiRefusal): { what: Words; next: Words } {
  const [what, next] = table[code]
  return { what, next }
}
