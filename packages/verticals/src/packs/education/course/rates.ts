// Rates: the price of a unit, scaling a recipe, speed, and which offer is the better buy.
import { fraction, shown } from './answer.ts'
import { both, type Family, inTurn, same } from './family.ts'

const decimal = { isDecimal: true }

const eachStories = [
  (many: number, cost: string) =>
    both(
      `${many} notebooks cost ${cost} dollars. How many dollars does a single notebook cost?`,
      `${many} 本笔记本共 ${cost} 元。每本多少元？`,
    ),
  (many: number, cost: string) =>
    both(
      `${many} tram tickets cost ${cost} dollars in all. What is the price of a ticket, in dollars?`,
      `${many} 张电车票共 ${cost} 元。每张票多少元？`,
    ),
  (many: number, cost: string) =>
    both(
      `${many} kilograms of rice cost ${cost} dollars. What does a kilogram cost, in dollars?`,
      `${many} 千克大米共 ${cost} 元。每千克多少元？`,
    ),
] as const

const each: Family = {
  id: 'rate-each',
  skill: 'ratio-rate',
  type: 'numeric',
  difficulty: -0.4,
  readingGrade: 4,
  starters: 3,
  isDecimal: true,
  draft: (random, turn) => {
    const many = random.int(4, 9)
    const answer = fraction(random.int(5, 19) * 25, 100)
    const cost = answer.mul(many)
    const costText = shown(cost, decimal)
    return {
      stem: inTurn(eachStories, turn)(many, costText),
      answer,
      hints: [
        both('Should the price of a single item be more or less than what is given?', '单价应当比总价多还是少？'),
        both('A price for each item is found by dividing.', '求单价用除法。'),
        both(
          'What is split up here: the money or the items? That amount stands before the division sign.',
          '这里要分的是钱还是物品？要分的量写在除号前面。',
        ),
      ],
      wrong: [
        { id: 'turned-rate', answer: fraction(many).div(cost), as: `${many} / ${costText}` },
        { id: 'multiplied-instead', answer: cost.mul(many), as: `${costText} * ${many}` },
      ],
      lines: [
        both(
          `Split the cost over the items: ${costText} ÷ ${many} = ${shown(answer, decimal)}.`,
          `总价除以数量：${costText} ÷ ${many} = ${shown(answer, decimal)}。`,
        ),
      ],
      check: { line: same(`${many} × ${shown(answer, decimal)} = ${costText}`), holds: answer.mul(many).equals(cost) },
    }
  },
}

type Scaling = { people: number; grams: number; guests: number }

const scaleStories = [
  ({ people, grams, guests }: Scaling) =>
    both(
      `A recipe for ${people} people takes ${grams} g of rice. How much rice do ${guests} people need? Give the unit.`,
      `${people} 人份的食谱要用 ${grams} g 大米。${guests} 人需要多少大米？请写上单位。`,
    ),
  ({ people, grams, guests }: Scaling) =>
    both(
      `${people} rabbits eat ${grams} g of hay a day. How much hay do ${guests} rabbits eat a day? Give the unit.`,
      `${people} 只兔子每天吃 ${grams} g 干草。${guests} 只兔子每天吃多少干草？请写上单位。`,
    ),
] as const

const scale: Family = {
  id: 'rate-scale',
  skill: 'ratio-rate',
  type: 'numeric',
  difficulty: 0,
  readingGrade: 4,
  starters: 3,
  draft: (random, turn) => {
    const people = random.int(3, 6)
    const guests = people + random.int(3, 8)
    const portion = random.int(5, 16) * 5
    const grams = people * portion
    const answer = fraction(guests * portion)
    return {
      stem: inTurn(scaleStories, turn)({ people, grams, guests }),
      answer,
      unit: 'g',
      hints: [
        both('If there are more to feed, does everybody still get the same?', '数量增加后，平均每份还应相同吗？'),
        both('Find how much is needed for each, then multiply.', '先求每份需要多少，再做乘法。'),
        both(
          'Divide the grams by the number they are for. What do you multiply that by?',
          '用克数除以它对应的份数。接着要乘几？',
        ),
      ],
      wrong: [
        { id: 'ratio-added', answer: fraction(grams + guests - people), as: `${grams} + ${guests} - ${people}` },
        { id: 'part-only', answer: fraction(portion), as: `${grams} / ${people}` },
        { id: 'turned-rate', answer: fraction(grams * people, guests), as: `${grams} * ${people} / ${guests}` },
      ],
      lines: [
        both(`For each: ${grams} ÷ ${people} = ${portion} g.`, `每份：${grams} ÷ ${people} = ${portion} g。`),
        both(
          `For ${guests}: ${portion} × ${guests} = ${shown(answer)} g.`,
          `${guests} 份：${portion} × ${guests} = ${shown(answer)} g。`,
        ),
      ],
      check: {
        line: same(`${shown(answer)} ÷ ${guests} = ${grams} ÷ ${people}`),
        holds: answer.div(guests).equals(fraction(grams, people)),
      },
    }
  },
}

const speed: Family = {
  id: 'rate-speed',
  skill: 'ratio-rate',
  type: 'numeric',
  difficulty: 0.4,
  readingGrade: 5,
  starters: 3,
  draft: (random, turn) => {
    const hours = fraction(random.int(1, 4) * 2 + 1, 2)
    const answer = fraction(random.int(9, 45) * 2)
    const km = answer.mul(hours)
    const [h, d] = [shown(hours, decimal), shown(km)]
    const stems = [
      both(
        `A train covers ${d} km in ${h} hours at a steady speed. How many km does it cover in an hour?`,
        `火车匀速行驶 ${h} 小时，走了 ${d} km。它每小时走多少 km？`,
      ),
      both(
        `A boat travels ${d} km in ${h} hours, always at the same speed. How many km does it travel in an hour?`,
        `小船以不变的速度航行 ${h} 小时，走了 ${d} km。它每小时航行多少 km？`,
      ),
    ] as const
    return {
      stem: inTurn(stems, turn),
      answer,
      hints: [
        both('What does a speed tell you about each hour?', '速度说明每小时怎样？'),
        both('Speed is distance divided by time.', '速度等于路程除以时间。'),
        both(
          'Which number in the text is the distance? Divide it by the time. A decimal goes away when both numbers are multiplied by the same.',
          '题目中哪个数是路程？用它除以时间。小数不好算时，可以把被除数和除数同时扩大相同的倍数。',
        ),
      ],
      wrong: [
        { id: 'multiplied-instead', answer: km.mul(hours), as: `${d} * ${h}` },
        { id: 'turned-rate', answer: hours.div(km), as: `${h} / ${d}` },
      ],
      lines: [
        both(`Distance by time: ${d} ÷ ${h} = ${shown(answer)}.`, `路程除以时间：${d} ÷ ${h} = ${shown(answer)}。`),
      ],
      check: { line: same(`${shown(answer)} × ${h} = ${d}`), holds: answer.mul(hours).equals(km) },
    }
  },
}

export const rateFamilies = [each, scale, speed]
