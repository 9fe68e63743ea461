// The words by which an intent is known, in both languages. Texts come plain and in lower case; `。` has become `.` and `，` a comma.

const any = (...sources: readonly string[]) => new RegExp(sources.join('|'), 'i')

export const intentWords = {
  distress: any(
    String.raw`\bhate (?:myself|my life)\b|\b(?:nobody|no one) (?:would|will|loves?|likes?|cares?|misses?)\b.{0,24}\bme\b|\bhopeless\b|\bcan'?t (?:go on|take (?:it|this) any ?more|cope)\b|\bscared to go home\b|\bwish i (?:was|were) (?:dead|gone|never born)\b|\bpanic attack\b|\btired of (?:living|life|being alive|everything)\b|\b(?:think|thinking|thought|thoughts) (?:about|of) (?:dying|death|ending)\b|\bif i (?:live|lived|die|died|disappeared?)\b|\bpoint of (?:living|life|it all)\b`,
    '撑不下去|绝望|活着.{0,4}累|坚持不下去|活够了|没有?人会?(?:想念?|记得|发现|关心)我|想(?:要)?消失|不想继续(?:活|下去|了)|没有?人(?:在乎|爱|喜欢|关心)我|恨自己|讨厌自己|不敢回家|崩溃了',
  ),
  role_play: any(
    String.raw`\b(?:pretend|role-? ?play\w*|imagine you|act as|acting as|simulate|speak as|you are (?:now|no longer|dan\b|a (?:pirate|calculator|hacker|wizard)|the \w+ with)|you're (?:now|the|a|an|my)|be my|respond as|answer as if|talk like|let'?s (?:play|do improv)|improv)\b`,
    String.raw`\b(?:ignore|disregard|forget|override|overrule|bypass)\b.{0,24}\b(?:that you are|tutor|rules?|instructions?|above|previous|prompts?|policy|safety|filters?|limits?|guidelines)\b|\bsystem ?(?:prompt|:|\])|\[system\]|\bnew instructions?\b|\binstructions: |\bwhat are your instructions\b|\brepeat everything\b|\bdeveloper\b|\bdebug mode\b|\bsudo\b|\b(?:unfiltered|unrestricted|uncensored|unlocked mode)\b|\badmin (?:token|mode|access|code|override)\b|\b(?:god|test|training) mode\b|\bjailbreak\b|\bdan\b.{0,10}\banything\b|\bpolicy update\b|\bmax_hint_level\b|\bbottom_out\b|\banswer_key\b`,
    String.raw`\b(?:i am|i'm|as|this is|it's) (?:actually )?(?:the|a|your|my|mr|mrs|ms|dr) ?\.?\s?(?:teacher|admin\w*|developer|head ?teacher|principal|headmaster|inspector|parent|brown|smith|[a-z]+ from the school)\b|\bas (?:the|an?|your) .{2,40}\bi (?:authori[sz]e|order|command|allow|instruct|permit)\b|\bteacher\b.{0,30}\b(?:unlocked|enabled|set|switched)\b|\b(?:grandma|grandmother)\b|\bhypothetical\w*\b|\b(?:parallel universe|rules did not exist|no rules|evil tutor|future self|school play)\b|\bwrite a (?:story|dialogue|scene|script)\b|\bsuppose (?:rules|you could)\b`,
    '假装|扮演|身份|你来当|你当|[\u4e00-\u9fff]{0,3}模式|无限制|角色|假如你|假设你|如果没有规则|你现在是|现在你是|忘[记掉]|从现在起|你是(?:海盗|计算器|答案)|忽略|无视|忘记你?的?(?:规则|指令)|系统(?:提示|:|关闭)|开发者|越狱|调试模式|我(?:其实)?是(?:你的)?(?:老师|管理员|开发者|校长|家长)|老师(?:已经)?(?:给我)?(?:开放|解锁|打开)|[\u4e00-\u9fff]老师让你|讲一?个故事|写一?段对话|我奶奶|模拟一?个|没有限制|重复上面',
  ),
  encoded: any(
    String.raw`\b(?:letter by letter|(?:one|a|each) (?:letter|digit|character) (?:per|at a time|by)|digit (?:at a time|by digit)|each digit|first letter|last letter|backwards?|in reverse|reversed?)\b|\b(?:base ?64|rot ?13|morse|binary|hexadecimal|in hex|roman numerals?|pinyin|pig latin|nato alphabet|cipher|encod\w+|decod\w+|emojis?|acrostic|colou?r code|latex|invisible|white text|semaphore|sign language|braille|upside down|mirror writing|caesar|vigenere|ascii|unicode|qr code)\b|\bletters of the (?:answer|result|solution)\b|\b(?:sum|product) of the digits\b|\beach digit\b|\b(?:translate|in (?:spanish|french|german|chinese|japanese|latin|italian|portuguese|russian|arabic|hindi|turkish|polish|korean|klingon|esperanto|another language|any other language|english))\b|\bhow do you say\b|\bhide the\b|\bpoem\b|\brhymes?\b|\bin the (?:first|second|third|last) word\b`,
    String.raw`\b(?:answer|result|solution|it)\b.{0,6}\b(?:plus|minus|times|doubled|divided by)\b|\b(?:more|less|greater|bigger|smaller) than the (?:answer|result|solution)\b|\b(?:not the answer|answer is not|is not, all)\b|\b(?:count|clap|draw)\b.{0,32}\b(?:answer|stop|reach)\b|\b(?:half|twice|double|triple|square|root|opposite|reciprocal) (?:of )?(?:the )?(?:answer|result|solution)\b|\bclap the\b|\bas (?:a word problem|many \w+ as)\b`,
    '一个?[字位](?:一个?[字位])(?:地|的)?|第一位数字|首字母|拼音|(?:用|成|译成)(?:英语|英文|日语|法语|外语)|翻译|日语|倒着|反过来写|二进制|罗马数字|摩斯|base64|表情|藏头|藏在|谐音|暗号|密码|火星文|手势|大写汉字|一样多|答案(?:加|减|乘|除)|比答案|不是答案|答案停|拆成|凯撒|盲文|手语|答案的(?:两|二|三|几|一半|平方|.倍)|英文单词|(?:西班牙|法|德|俄|韩|日|英)[语文]',
  ),
  /** Questions of method that would else read as guesses. */
  leave_to_help: any(
    String.raw`\b(?:is it ok(?:ay)?|may i|can i|am i allowed|do i (?:have|need) to|(?<!wh(?:at|ich) )should i)\b(?!.{0,20}\b(?:the answer|the result))|\bhow can i check\b`,
    '可以(?:画|用)|^(?:那|那么)?(?:下一步|第一步)(?:呢|怎|是|做)|怎么检查|应该用',
  ),
  holds_out: any(
    String.raw`\bis (?:it|the answer|this|that|x|the (?:numerator|denominator|result))\b|\b(?:it's|it is|i got|i get|i have|my answer|so it|can it be|could it be|can't it|would|if i (?:write|put|type)|close with|check|am i|true or false|yes or no|just say|it can't be|right|correct|warm)\b`,
    '吗|对不对|是不是|对吗|我算|我得|我的答案|检查|看看|如果是|应该|会不会|还是',
  ),
  asks_answer: any(
    String.raw`\b(?:tell|give|show|send|reveal|print|say|read|need|want|have|got|hand|share|skip)\b.{0,40}\b(?:answers?|solutions?|results?|number|letter|key|last step|what comes out|what to write|what is stored)\b`,
    String.raw`\bwhat(?:'s| is|s)? (?:the |is )?(?:answer|solution|result|value)\b|\banswer (?:pls|plz|please|now|key)\b|^answer\b|\b(?:do|solve|calculate|finish|complete|fill in|work) (?:my|it|this|the)\b|\bplease (?:just )?solve\b|\btell me(?: (?:already|now|please|pls|too|then))?\s*(?:$|[.,!?])|\b(?:do|solve|calculate|finish|fill|work|click|answer|write|choose)\b.{0,20}\bfor me\b|\b(?:this|just) one answer\b`,
    String.raw`\bwhat (?:should|do|would|can) (?:i|a correct pupil) (?:type|put|write|enter|click)\b|\bwhat (?:number|comes out|it comes)\b|\bwhich (?:one|option|letter|choice|answer)\b|\bi give up\b|\b(?:only the|reply with the) (?:number|result)\b|\bhow much is it\b|\bwhat is it\b|\bi (?:want|need) the (?:answer|result)\b|\bwrite the last line\b|\bfull solution\b|\b(?:spill|leak|slip|whisper|hand over|cough up)\b|\bgive (?:it to me|me (?:what|the|it))\b|\bwhat to (?:submit|write|enter|type|click)\b|\bwhat do you get\b|^(?:what(?:'s| is|s)?|how much is|calculate|compute|work out) [-(\d]|\bon my behalf\b`,
    '(?:告诉|给|说|要|求|发|公布|看看|写出|知道|只回复|只说).{0,12}(?:答案|结果|得数|数字|一个数)|答案(?:是|呢|给我)|^答案|求(?:解|答案)|结果是|等于(?:几|多少)|得(?:几|多少)|帮我(?:做|算|写|解)|替我|你来做|告诉我|填(?:什么|几)|该填|选(?:哪|什么)|哪个(?:是|选项)?(?:对|正确)|写(?:什么|多少|几)|算给我|(?:标准|参考|正确)答案|我放弃|直接(?:说|给)|快说|求你|完整过程|过程和结果|老师说可以',
  ),
  /** Whoever speaks of the answer and asks for nothing else wants it. */
  speaks_of_answer: any(String.raw`\b(?:answers?|solutions?|results?)\b`, '答案|得数|结果'),
  asks_confirmation: any(
    String.raw`\btoo (?:high|low|big|small|large)\b|\bmy guess\b|\bdivisible by\b|\b(?:was|were|is) (?:she|he|they) (?:right|correct|wrong)\b|\b(?:am i|is (?:it|this|that|my answer)) (?:right|correct|wrong|close|ok)\b|\bis it (?:more|bigger|less|greater|smaller|higher|lower|between|an?|odd|even|negative|positive)\b|\bis the (?:numerator|denominator|answer|result)\b|\bdoes it (?:start|end|have)\b|\bhow many digits\b|\bgetting warmer\b|\b(?:am i|close)\b.{0,12}\b(?:close|right|warm)|\bcheck (?:my|this|it)\b|\bdid i get\b|\bwill i get\b|\bwould you mark\b|\bi get the point\b|\bis it (?:[a-f]|option)\b|\bright\?$|\b(?:could|can|can't|cannot|would)\b.{0,40}\b(?:be|right|wrong)\b|,? (?:is|can|isn't|could) it\?$`,
    '^是.{1,40}吗|对不|对么|整除|打勾|偏大|偏小|猜对|(?:比|大于|小于|高于|低于).{0,8}(?:吗|大|小)|在.{1,12}之间吗|是(?:偶数|奇数|整数|负数|分数|小数)|是几位数|第一个数字|分[子母].{0,8}吗|接近|差得多|对吗|对不对|是不是|做对|写的对|[是选][a-f](?:吗|对)|a还是b|对的话|能得分|会不会错|应该不是|我(?:算|得)',
  ),
  help: any(
    String.raw`\b(?:help|hints?|stuck|explain|confused|understand|don'?t (?:get|know)|where do i|how (?:do|to|does|can)|why|next step|first step|should i|what does|what is an?|mean|example|method|hard|forgot|mistakes?|bad at|hate|lost|which (?:operation|part|one first)|picture|again|messed up|what'?s an?)\b`,
    '提示|帮|不懂|不会|看不懂|怎么|为什么|第一步|下一步|从哪|什么叫|什么意思|换个说法|例子|卡住|太难|方法|忘了|讨厌|算错|检查|先算|要不要|关键|思路|单位',
  ),
  off_topic: any(
    String.raw`\b(?:favou?rite|joke|football|pizza|weather|music|song|sing|weekend|lunch|dog|cat|robot|how old are you|movie|game|lol|youtube|hungry|thirsty|bored|feelings|holidays?|your name|birthday|sleepy|tired|games)\b|^(?:hello|hi|hey)\b`,
    '喜欢什么|笑话|几岁|天气|机器人|球赛|养了|唱|吃饭|哈哈|^你好|饿|困了|放假|名字|心情|生日|无聊|游戏|电影',
  ),
} as const
