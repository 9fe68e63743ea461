// The demo shop's catalogue, authored by us: a small household shop with made-up brands. A row is id, titles, category, brand, price, attributes.

type Attributes = Record<string, string | number | boolean>
type Row = readonly [id: string, en: string, zh: string, brand: string, price: string, attributes?: Attributes]
type Aisle = { path: readonly [string, string]; opened: string; rows: readonly Row[] }

const aisles: readonly Aisle[] = [
  {
    path: ['Coffee & tea', 'Coffee beans'],
    opened: '2026-02-03',
    rows: [
      [
        'beans-house',
        'House blend coffee beans',
        '招牌混合咖啡豆',
        'Harbour',
        '12.50',
        { roast: 'medium', organic: false },
      ],
      ['beans-dark', 'Dark roast coffee beans', '深烘咖啡豆', 'Harbour', '13.20', { roast: 'dark', organic: false }],
      [
        'beans-organic',
        'Organic highland coffee beans',
        '有机高地咖啡豆',
        'Ridgeway',
        '15.90',
        { roast: 'light', organic: true },
      ],
      ['beans-decaf', 'Decaf coffee beans', '低因咖啡豆', 'Harbour', '13.80', { roast: 'medium', organic: false }],
    ],
  },
  {
    path: ['Coffee & tea', 'Coffee gear'],
    opened: '2026-02-05',
    rows: [
      ['filters-paper', 'Paper coffee filters', '咖啡滤纸', 'Clayfold', '4.20', { pieces: 100 }],
      ['grinder-hand', 'Hand coffee grinder', '手摇咖啡磨豆机', 'Clayfold', '39.00', { material: 'steel' }],
      ['press-glass', 'Glass French press', '玻璃法压壶', 'Clayfold', '29.50', { material: 'glass' }],
    ],
  },
  {
    path: ['Coffee & tea', 'Tea'],
    opened: '2026-02-10',
    rows: [
      ['tea-green', 'Green tea leaves', '绿茶', 'Ridgeway', '8.90', { organic: true }],
      ['tea-oolong', 'Oolong tea leaves', '乌龙茶', 'Ridgeway', '11.40', { organic: true }],
      ['tea-black', 'Breakfast black tea', '早餐红茶', 'Harbour', '6.80', { organic: false }],
      ['tea-mint', 'Peppermint tea', '薄荷茶', 'Ridgeway', '5.60', { organic: true }],
    ],
  },
  {
    path: ['Coffee & tea', 'Teaware'],
    opened: '2026-02-12',
    rows: [
      ['pot-clay', 'Clay teapot', '紫砂茶壶', 'Clayfold', '34.00', { material: 'clay' }],
      ['cups-tea', 'Set of tea cups', '茶杯套装', 'Clayfold', '22.00', { material: 'porcelain', pieces: 4 }],
    ],
  },
  {
    path: ['Pantry', 'Pasta'],
    opened: '2026-01-20',
    rows: [
      ['pasta-penne', 'Penne pasta', '通心粉', 'Fieldmade', '2.10', { organic: false }],
      ['pasta-linguine', 'Linguine pasta', '扁意面', 'Fieldmade', '2.30', { organic: false }],
      ['pasta-whole', 'Wholegrain fusilli pasta', '全麦螺旋意面', 'Fieldmade', '2.60', { organic: true }],
    ],
  },
  {
    path: ['Pantry', 'Sauces & oils'],
    opened: '2026-01-22',
    rows: [
      ['sauce-tomato', 'Tomato and basil sauce', '番茄罗勒酱', 'Fieldmade', '3.40', { organic: false }],
      ['sauce-pesto', 'Green pesto', '青酱', 'Fieldmade', '4.10', { organic: false }],
      ['oil-olive', 'Extra virgin olive oil', '特级初榨橄榄油', 'Olivara', '11.90', { organic: true }],
      ['cheese-hard', 'Aged hard cheese', '陈年硬质奶酪', 'Olivara', '9.80', { chilled: true }],
    ],
  },
  {
    path: ['Pantry', 'Breakfast'],
    opened: '2026-01-26',
    rows: [
      ['oats-rolled', 'Rolled oats', '燕麦片', 'Fieldmade', '2.90', { organic: true }],
      ['granola-nut', 'Nut granola', '坚果格兰诺拉麦片', 'Fieldmade', '5.20', { organic: false }],
      ['bread-rye', 'Rye bread', '黑麦面包', 'Fieldmade', '3.70', { organic: false }],
    ],
  },
  {
    path: ['Pantry', 'Spreads & drinks'],
    opened: '2026-01-28',
    rows: [
      ['honey-wild', 'Wildflower honey', '百花蜂蜜', 'Olivara', '8.40', { organic: true }],
      ['jam-berry', 'Mixed berry jam', '混合莓果酱', 'Olivara', '4.60', { organic: false }],
      ['milk-oat', 'Oat drink', '燕麦饮', 'Fieldmade', '2.40', { organic: true }],
    ],
  },
  {
    path: ['Drinks', 'Wine & beer'],
    opened: '2026-03-05',
    rows: [
      ['wine-red', 'Red table wine', '红葡萄酒', 'Olivara', '10.50', { min_age: 18, countries: 'GB, DE, FR, IT' }],
      ['wine-white', 'White table wine', '白葡萄酒', 'Olivara', '9.90', { min_age: 18, countries: 'GB, DE, FR, IT' }],
      ['beer-pale', 'Pale ale', '淡色艾尔啤酒', 'Harbour', '2.80', { min_age: 18 }],
      ['beer-free', 'Alcohol-free beer', '无醇啤酒', 'Harbour', '2.40', {}],
    ],
  },
  {
    path: ['Kitchen', 'Pots & pans'],
    opened: '2026-02-17',
    rows: [
      ['pan-iron', 'Cast iron pan', '铸铁平底锅', 'Forge & Co', '42.00', { material: 'iron' }],
      ['pot-stock', 'Stock pot', '汤锅', 'Forge & Co', '38.00', { material: 'steel' }],
      ['wok-steel', 'Carbon steel wok', '碳钢炒锅', 'Forge & Co', '45.00', { material: 'steel' }],
    ],
  },
  {
    path: ['Kitchen', 'Tools'],
    opened: '2026-02-19',
    rows: [
      ['knife-chef', 'Chef’s knife', '主厨刀', 'Forge & Co', '54.00', { material: 'steel', min_age: 16 }],
      ['board-oak', 'Oak cutting board', '橡木砧板', 'Clayfold', '24.00', { material: 'oak' }],
      ['colander', 'Steel colander', '不锈钢滤盆', 'Forge & Co', '18.00', { material: 'steel' }],
    ],
  },
  {
    path: ['Garden', 'Seeds'],
    opened: '2026-03-12',
    rows: [
      ['seeds-tomato', 'Tomato seeds', '番茄种子', 'Greenlane', '2.60', { season: 'spring' }],
      ['seeds-basil', 'Basil seeds', '罗勒种子', 'Greenlane', '2.20', { season: 'spring' }],
      ['seeds-bean', 'Runner bean seeds', '红花菜豆种子', 'Greenlane', '2.90', { season: 'spring' }],
    ],
  },
  {
    path: ['Garden', 'Pots'],
    opened: '2026-03-13',
    rows: [['pots-terra', 'Terracotta pots', '陶土花盆', 'Clayfold', '14.00', { material: 'clay', pieces: 3 }]],
  },
  {
    path: ['Garden', 'Soil & tools'],
    opened: '2026-03-14',
    rows: [
      ['soil-bag', 'Potting soil', '营养土', 'Greenlane', '7.50', { organic: true }],
      ['can-water', 'Watering can', '洒水壶', 'Greenlane', '19.00', { material: 'zinc' }],
      ['trowel', 'Hand trowel', '园艺小铲', 'Forge & Co', '11.00', { material: 'steel' }],
    ],
  },
  {
    path: ['Outdoor', 'Tents & sleeping'],
    opened: '2026-04-02',
    rows: [
      ['tent-two', 'Two-person tent', '双人帐篷', 'Trailhead', '149.00', { season: 'summer' }],
      ['bag-sleep', 'Light sleeping bag', '轻便睡袋', 'Trailhead', '79.00', { season: 'summer' }],
      ['mat-foam', 'Foam sleeping mat', '泡沫防潮垫', 'Trailhead', '24.00', { season: 'summer' }],
    ],
  },
  {
    path: ['Outdoor', 'Trail gear'],
    opened: '2026-04-06',
    rows: [
      ['stove-gas', 'Camping stove', '野营炉', 'Trailhead', '36.00', { min_age: 16 }],
      ['lamp-head', 'Head lamp', '头灯', 'Trailhead', '27.00', {}],
      ['bottle-steel', 'Steel water bottle', '不锈钢水壶', 'Trailhead', '21.00', { material: 'steel' }],
      ['pack-day', 'Day pack', '日用背包', 'Trailhead', '64.00', {}],
    ],
  },
  {
    path: ['Stationery', 'Notebooks'],
    opened: '2026-05-11',
    rows: [
      ['note-lined', 'Lined notebook', '横线笔记本', 'Inkwell', '6.50', { pages: 160 }],
      ['note-dot', 'Dotted notebook', '点阵笔记本', 'Inkwell', '6.90', { pages: 160 }],
      ['planner', 'Weekly planner', '周计划本', 'Inkwell', '12.00', { pages: 120 }],
    ],
  },
  {
    path: ['Stationery', 'Pens & ink'],
    opened: '2026-05-12',
    rows: [
      ['pen-gel', 'Gel pens', '中性笔', 'Inkwell', '5.40', { pieces: 5 }],
      ['pen-fountain', 'Fountain pen', '钢笔', 'Inkwell', '32.00', {}],
      ['ink-blue', 'Blue ink', '蓝墨水', 'Inkwell', '7.80', {}],
    ],
  },
  {
    path: ['Health', 'Home tests'],
    opened: '2026-06-01',
    rows: [
      ['test-pregnancy', 'Pregnancy test', '验孕棒', 'Plainwell', '9.50', {}],
      ['test-glucose', 'Glucose test strips', '血糖试纸', 'Plainwell', '18.00', { pieces: 50 }],
    ],
  },
  // Came last and has no event yet: what a new item looks like.
  {
    path: ['Coffee & tea', 'Coffee beans'],
    opened: '2026-11-20',
    rows: [
      [
        'beans-winter',
        'Winter blend coffee beans',
        '冬季混合咖啡豆',
        'Ridgeway',
        '14.60',
        { roast: 'medium', organic: true },
      ],
    ],
  },
]

const soldOut = new Set(['press-glass', 'stove-gas'])

export const demoItems: readonly Record<string, unknown>[] = aisles.flatMap(({ path, opened, rows }) =>
  rows.map(([id, en, zh, brand, price, attributes = {}]) => ({
    id,
    title: { en, 'zh-CN': zh },
    category_path: [...path],
    brand,
    price,
    currency: 'EUR',
    in_stock: !soldOut.has(id),
    attributes,
    created_at: `${opened}T08:00:00.000Z`,
  })),
)
