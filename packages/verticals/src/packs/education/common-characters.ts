// The two hundred or so characters met first and most often in Chinese school texts and this course: what a reading grade counts as common.

const text = `
的一是了不在有个人这上中大来为到地和你出就分以说要时得可也下自会他过能对生
子那发年着动同工面前开但因只从想作种多定天小学看起事后里心所去行法用道成家
走气如很最样当把没方又问题点再手做什么两回少次好像几听话给知写让比今明早
快慢数字加减乘除等于号式一二三四五六七八九十百千万半倍元个米长高水口日月火
土木山石田目耳手足头老师同学朋友我们他们自己爸妈书笔本张只条块读画图算答对
错找试先然后每都还吗呢吧啊请看想记住帮助边上下左右前后里外多少大小长短远近
步已经再来一次为什么怎么样哪谁这那些正在用了过完成开始名关
`

export const commonCharacters: ReadonlySet<string> = new Set(text.replaceAll(/\s/g, ''))
