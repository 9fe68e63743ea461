// Where in a text an answer stands ("the answer is", "=", 得) and where a small number word only counts things of the text ("the two fractions", 两边).

// "is one of", "equals each other" and the like are caught by what follows, not here.
const saysEn =
  /(?:\b(?:answers?|results?|solutions?|sum|total|product|difference|quotient|value|key|equals?|equal to|is|be|was|are|gets?|got|gives?|giving|makes?|leaves?|left with|left|becomes?|yields?|comes? (?:out )?(?:to|at)|reach(?:es)?|write|put|type|enter|choose|pick|say|namely|exactly|just|simply|number|roman|pinyin|x|y|n)\b(?:\s+(?:is|be|of|to|the|a|an|just|simply|exactly|about|only|equal|down|in|number|value|answer))*|[=:≈→⇒]|-{1,2}>)\s*["'(*]*\s*$/i
const saysZh =
  /(?:答案|结果|得数|等于|就是|应该是|应为|是|得到?|得出|为|写作?|填|选|即|求得|算出|算得|剩下?|还有|一共|总共|共|[=:])[是为有:]*\s*["'(]*\s*$/

/** Whether the text before `at` announces a value. Looks back thirty-two characters. */
export function isAnswerSpot(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 32), at)
  return saysEn.test(before) || saysZh.test(before)
}

const things =
  'numbers?|fractions?|parts?|steps?|sides?|terms?|amounts?|quantit(?:y|ies)|ratios?|shapes?|ways?|pieces?|sentences?|denominators?|numerators?|digits?|operations?|equations?|brackets?|lines?|rows?|columns?|groups?|factors?|multiples?|things?|questions?|facts?|unknowns?|expressions?|values?|kinds?|types?|times|decimals?|percent(?:age)?s?|bars?|tops?|bottoms?|wholes?|cases?|clues?|hints?|figures?|units?|items?|options?|choices?|words?|symbols?|signs?|places?|rules?|methods?|products?|sums?|differences?|answers?|prices?|sets?|boxes|points?|totals?|measures?|stages?|halves|variables?|letters?|powers?|pairs?|sizes?|sections?|equal|more|at a time|of (?:these|those|the)'
// Lower case only: a capital begins another sentence.
const countsAfterEn = new RegExp(
  `^\\s*(?:(?!the\\b|an?\\b|your\\b|these\\b|both\\b|and\\b|of\\b|is\\b)[a-z]+\\s+){0,2}(?:${things})\\b`,
)
const countsBeforeEn =
  /\b(?:the|these|those|your|our|any|all|other|first|last|next|which|both|each of the|between|into|every|its|their|of)\s+$/i
const pluralAfter = /^\s*(?:[a-z]+\s+)?[a-z]{2,}s\b/i
const pronounAfter =
  /^\s*(?:of|by one|way|more|that|which|who|whose|another|side|step|thing|part|number|to|at|has|is|are|was|can|does|do|have|with|will|and|or|up|in|on|if|you|we|i|it|whole|from|for|as|by|[a-z]+)\b/i

// Compounds in which a Chinese numeral counts things of the text, or counts nothing at all.
const countsAfterZh =
  /^(?:个(?:数|分数|量|部分|式|因数|步|条件|比|项|未知|小数|百分|整体|单位|例|问|方|步骤|不同|相同|同样|分母|分子|关系|已知|结果|答|选|角|边|面|等|已|要|乘|加|减|除|图形|格|图|较|更|新|大|小|括号|方程|等式|数字|数量)|[边步项端者种次侧条类头份部式层面元步位组行列组旁]|[角边]形|则|分(?![之钟])|角(?!钱)|分数|样|下|起|些|定|直|般|致|共|同|再|旦|切|点|遍|开始|眼|方面|数|比|倍)/
const countsBeforeZh = /(?:第|每|这|那|哪|统|唯|同|任|某|进|另|其中|逐|分成|其|万|之|单|归|合|划|再|前|后|各|上|下)$/

type Spot = { at: number; end: number; isOne: boolean; unitNames: readonly string[] }

/** A small number word that states no value here. An announced one always does, unless it goes on as a pronoun ("is one of"). */
export function isCount(text: string, { at, end, isOne, unitNames }: Spot): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 24), at), text.slice(end, end + 40)]
  if (/[\u4e00-\u9fff]/.test(text.slice(at, end)))
    return isCountZh({ before, after, isOne, isAnnounced: isAnswerSpot(text, at) })
  const counts = countsAfterEn.exec(after)
  const isOfUnit = counts !== null && unitNames.some((name) => counts[0].toLowerCase().trim().startsWith(name))
  if (isOfUnit) return false
  if (isOne)
    return isAnswerSpot(text, at)
      ? pronounAfter.test(after)
      : !/^\s*(?:$|[.!])/.test(after) ||
          /\b(?:which|this|that|each|every|other|another|no|any|the|right|next|last|first|new|smaller|larger|bigger|greater|top|bottom|same|whole|only|correct|common|to|by|in|at|than|per|into|second|different|equivalent)\s+$/i.test(
            before,
          )
  if (isAnswerSpot(text, at)) return false
  return counts !== null || (countsBeforeEn.test(before) && pluralAfter.test(after))
}

function isCountZh({
  before,
  after,
  isOne,
  isAnnounced,
}: {
  before: string
  after: string
  isOne: boolean
  isAnnounced: boolean
}): boolean {
  if (countsBeforeZh.test(before)) return true
  // The numeral one is part of very many words, so that alone it says something only at an end.
  if (isOne && !isAnnounced) return !/^\s*(?:$|[.,;!?)"])/.test(after) || countsAfterZh.test(after)
  return countsAfterZh.test(after)
}
