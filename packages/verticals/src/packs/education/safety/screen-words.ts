// The words of the screen, English and Chinese. Each pattern is bounded so that words of mathematics ("the ball hits me", "cut into halves") do not set it off.
import type { ScreenKind } from './screen-kind.ts'

const person = `(?:dad|father|mum|mom|mother|stepdad|stepfather|stepmum|stepmother|uncle|aunt|teacher|coach|brother|sister|cousin|someone|somebody|parents?|boyfriend|girlfriend|grandpa|grandfather|grandma|he|she|they|neighbou?r|kids|classmates?|boys|girls|family|people)`
const harms = `(?:hits?|hitting|beats?|beating|hurts?|hurting|punche[sd]|punch|kicks?|kicking|touche[sd]|touches|touching|slaps?|slapped|choke[sd]?|burn(?:s|ed)?|abuse[sd]?|abusing|bull(?:y|ies|ied|ying)|threaten(?:s|ed)?|molest(?:s|ed)?|rape[sd]?|force[sd]?)`

export const screenWords: readonly { kind: ScreenKind; pattern: RegExp }[] = [
  {
    kind: 'self_harm',
    pattern: new RegExp(
      [
        String.raw`\bsuicid\w*|\bself[- ]?harm\w*|\b(?:kill|killing|hurt|hurting|harm|harming|cut|cutting|cutted|hang|hanging|burn|burning|starve|starving|stab|drown) (?:myself|my ?self|my (?:wrists?|arms?|legs?))\b`,
        String.raw`\b(?:want|wanna|going|gonna|wish|ready|plan\w*|like|tried|trying|rather) (?:to )?(?:die|be dead|end (?:it all|my life|everything)|disappear forever)\b|\bend(?:ing)? (?:my (?:own )?life|it all)\b|\b(?:feel|feeling) like (?:dying|ending)\b|\btired of (?:living|being alive)\b|\bi(?:'d| would) rather (?:die|be dead)\b`,
        String.raw`\b(?:don'?t|do not|dont) (?:want|wanna)(?: to)? (?:live|be alive|exist|wake up)\b|\bno (?:reason|point) (?:to|in) liv(?:e|ing)\b|\bbetter off (?:dead|without me)\b|\bwish i (?:was|were) (?:dead|never born)\b|\bunalive\b|\bkms\b|(?:kill|hurt|cut|hang)myself|wanttodie|endmylife|\bover ?dos(?:e|ing)\b|\bjump(?:ing)? (?:off|from) (?:a|the|my) (?:bridge|roof|building|balcony|window)\b|\btake (?:all )?(?:the|my|these) pills\b|\bslit my\b`,
        '自杀|自残|自尽|轻生|寻死|想死|去死算了|死了算了|不想活|不想再活|活不下去|活着(?:好|真|太)?(?:没|没有)(?:意思|意义)|结束(?:自己的?|我的)?生命|割(?:了|自己的?)?(?:手腕|腕)|割自己|伤害自己|跳楼|从.{0,4}[楼桥窗].{0,3}跳|跳桥|上吊|吞(?:安眠)?药|离开这个世界',
      ].join('|'),
      'i',
    ),
  },
  {
    kind: 'abuse',
    pattern: new RegExp(
      [
        String.raw`\b${person}\b(?:\W+\w+){0,4}\W+${harms} (?:me|my)\b(?! (?:a |to (?:it|the)|with a (?:hint|question)))|\bi(?:'m| am| get| got| was|'ve been| have been) (?:being |always |often )?(?:hit|beaten|abused|bullied|molested|raped|touched|threatened|groomed|harassed)\b`,
        String.raw`\b(?:scared|afraid|terrified) (?:to go home|of (?:my )?(?:dad|father|mum|mom|mother|stepdad|uncle|teacher|coach))\b|\b(?:won'?t|doesn'?t|do not|don'?t) (?:let|give) me (?:eat|food|any food)\b|\block(?:s|ed)? me (?:in|up|out)\b|\bdomestic violence\b|\bmolest\w*`,
        '(?:爸|妈|父|母|爷|奶|叔|舅|姑|姨|哥|姐|老师|教练|继父|后妈|他|她|同学|有人|邻居|家人)[\u4e00-\u9fff]{0,6}(?:打我(?!电话)|揍我|踢我|虐待我|摸我|欺负我|骂我|威胁我|强迫我|猥亵|霸凌|羞辱我)|被(?:打|揍|虐待|欺负|霸凌|猥亵|性侵)(?!折|败)|家暴|虐待|校园霸凌|霸凌|不敢回家|不给我(?:饭|东西)吃|把我(?:关|锁)',
      ].join('|'),
      'i',
    ),
  },
  {
    kind: 'violence',
    pattern: new RegExp(
      [
        String.raw`\b(?:kill|murder|stab|shoot|strangle|poison|beat up|hurt|bomb|burn down) (?:him|her|them|you|everyone|everybody|people|somebody|someone|my (?:\w+ )?(?:teacher|classmates?|brother|sister|dad|mum|mom|parents?|family)|the (?:teacher|school|class)|all of)\b|\bshoot(?:ing)? up\b|\bschool shoot\w*|\b(?:bring|brought|bringing|have|got|carry) (?:a |my )?(?:gun|knife|weapon|bomb)s? (?:to|at|into|in) (?:school|class|my bag)\b|\bi(?:'ll| will|'m going to| want to) (?:kill|murder|stab|shoot)\b(?! (?:this|the (?:exercise|question|problem|test)|it))|\bmake a bomb\b|\bbeat (?:him|her|them|you) up\b`,
        '杀了?(?:他|她|你|它|他们|全班|老师|同学|所有人|人)|杀人|砍(?:死|人|他|她)|捅(?:死|人|他|她)|炸(?:学校|了学校|死)|弄死|打死(?:他|她|你|人)|带(?:着|了)?刀(?:去|来|上)|报复社会|做炸弹|同归于尽',
      ].join('|'),
      'i',
    ),
  },
  {
    kind: 'sexual',
    pattern: new RegExp(
      [
        String.raw`\b(?:sex|sexy|sexual(?:ly)?|sexting|porn\w*|nudes?|naked|horny|boobs|tits|penis|vagina|dick|blow ?job|masturbat\w*|orgasm|rape[sd]?|raping|hentai|onlyfans)\b(?! (?:ratio|of the (?:child|baby)))`,
        '色情|裸照|裸体|黄片|黄色(?:网站|视频|图片)|做爱|性交|性爱|性侵|性骚扰|强奸|约炮|自慰|手淫|猥亵|开房|露点|成人(?:片|视频|网站)',
      ].join('|'),
      'i',
    ),
  },
]
