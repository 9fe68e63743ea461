// Table of graded numbers with tolerances, units, percentages and ratios, for the test; the format is that of numeric-cases.ts.
export const measureCases = `
# 3.14 | | About pi. | absolute 0.01
3.14 > 1
3.15 > 1
3.13 > 1
3.1416 > 1
22/7 > 1
3.2 > 0
3.1 > 0
# 200 | | Estimate. | relative 0.05
200 > 1
210 > 1
190 > 1
211 > 0
189 > 0
# 1.5 | m | How long is the rope?
1.5 m > 1
1.5m > 1
1.5 metres > 1
1.5 meter > 1
1.5米 > 1
150 cm > 1
150厘米 > 1
1500 mm > 1
15 dm > 1
0.0015 km > 1
1 1/2 m > 1
3/2 m > 1
1.5 > 0.5 unit_missing
1.5 kg > 0.5 unit_wrong
1.5 cm > 0
150 m > 0
150 > 0
1.5 apples > 0.5 unit_wrong
one and a half metres > 1
一米五 > 0
3/2 > 0.5 unit_missing
6/4 > 0.25 unit_missing
# 90 | min | How long?
90 min > 1
90 minutes > 1
90分钟 > 1
1.5 h > 1
1.5 hours > 1
1 1/2 hours > 1
1.5小时 > 1
5400 s > 1
90 > 0.5 unit_missing
90 h > 0
# 2 | kg | How heavy?
2 kg > 1
2kg > 1
2 kilograms > 1
2000 g > 1
2千克 > 1
2公斤 > 1
2 > 0.5 unit_missing
2 g > 0
2 m > 0.5 unit_wrong
# 72 | km/h | How fast?
72 km/h > 1
72 kilometres per hour > 1
72千米/时 > 1
20 m/s > 1
72 > 0.5 unit_missing
72 m/s > 0
# 12 | cm^2 | What is the area?
12 cm^2 > 1
12 cm² > 1
12cm2 > 1
12 square centimetres > 1
12平方厘米 > 1
1200 mm² > 1
12 cm > 0.5 unit_wrong
12 > 0.5 unit_missing
# 80 | $ | What does it cost?
$80 > 1
80 dollars > 1
80$ > 1
80 USD > 1
$ 80 > 1
80美元 > 1
€80 > 0.5 unit_wrong
80 > 0.5 unit_missing
$8 > 0
# 80 | 元 | 多少钱
80元 > 1
¥80 > 1
80块 > 1
80 yuan > 1
八十元 > 1
80 > 0.5 unit_missing
# 25 | % | What percent of 20 is 5?
25% > 1
25 % > 1
25 percent > 1
百分之二十五 > 1
0.25 > 1
1/4 > 1
25 > 0.5 unit_missing
2.5% > 0
20% > 0
# 25 | | What percent of 20 is 5?
25 > 1
25% > 1
0.25 > 0
# 25% | | Write 1/4 as a percentage.
25% > 1
25 > 0.5 unit_missing
0.25 > 1
1/4 > 1
# 4 | apples | How many apples are left?
4 apples > 1
4 apple > 1
4 Apples > 1
4 > 0.5 unit_missing
4 pears > 0.5 unit_wrong
5 apples > 0
# 4 | | How many apples are left? | | 还剩几个苹果？
4 apples > 1
4个苹果 > 1
4 pears > 0.5 unit_wrong
4 > 1
# 3:4 | | Write the ratio in its simplest form.
3:4 > 1
3 : 4 > 1
3：4 > 1
6:8 > 0.5 unreduced
3/4 > 1
4:3 > 0
# 2:3:5 | | Write the ratio in its simplest form.
2:3:5 > 1
4:6:10 > 0.5 unreduced
2:3 > 0
2:5:3 > 0
# 4/8 | | Write 1/2 in eighths.
4/8 > 1
1/2 > 0.5 form
0.5 > 0.5 form
5/8 > 0
# 0 | | What is 3 - 3?
0 > 1
0.0 > 1
-0 > 1
zero > 1
零 > 1
0% > 1
1 > 0
`
