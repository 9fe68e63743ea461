// Words that claim something: figures, currencies, directions, negations. Outside a fact none of them may stand in a text.

// Digits and number signs of any script, money and percent signs, Chinese numerals in the company of a figure's words.
const figure = /\p{N}+|[\p{Sc}%％‰]|百分之|[零一二两三四五六七八九十百千万亿]+(?=[成倍年月分元])/u
// "One" is left out: it is a pronoun as often as a figure.
const figureWord =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|percent|half|twice|double|triple)\b/i
const currencyCode = /\b[A-Z]{3}\b/
// Codes that are words of the trade, not currencies.
const tradeWords = /\b(?:DTI|LTV|APR|AML|KYC|SME)\b/g

const direction =
  /\b(?:ris(?:es?|ing|en)|rose|fall(?:s|ing|en)?|fell|increas\w*|decreas\w*|rais(?:es?|ed|ing)|lower(?:s|ed|ing)?|higher|above|below|exceed\w*|within|breach\w*|meets?|misse[sd]|pass(?:es|ed)?|fail(?:s|ed)?|improv\w*|worse\w*|better|more|less|stays?|equal\w*|up to|at (?:most|least))\b/i
const directionZh =
  /上升|下降|提高|降低|增加|减少|上调|下调|高于|低于|超过|超出|不足|以内|以上|以下|之内|违反|符合|通过|持平|好转|恶化|最多|至少/

// A period is part of a figure's unit: USD 500 a month is not USD 500 a year.
const period =
  /\b(?:an?|per|each|every)\s+(?:month|year|week|day|quarter|decade)s?\b|每个?[月年周天日季]|\/[月年周日季]/i

const negation =
  /\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|lacks?|lacking|un(?:able|known|verified))\b|n[’']t\b/i
const negationZh = /[不没無无未非勿莫否]/
// Words in which the sign of negation negates nothing.
const plainZh = /不动产|未来|非常|无论|不仅|不同|否则|是否/g

const bare = (text: string) => text.replace(tradeWords, '').replace(plainZh, '')

/** The first thing in a text that reads as a figure or a currency; null when it holds none. */
function figureIn(text: string): string | null {
  const rest = bare(text)
  return (figure.exec(rest) ?? figureWord.exec(rest) ?? currencyCode.exec(rest))?.[0] ?? null
}

/** The first word that claims something no fact backs: a figure, a period, a direction or a negation. */
export function claimIn(text: string): string | null {
  const rest = bare(text)
  const word =
    period.exec(rest) ?? direction.exec(rest) ?? directionZh.exec(rest) ?? negation.exec(rest) ?? negationZh.exec(rest)
  return figureIn(text) ?? word?.[0] ?? null
}
