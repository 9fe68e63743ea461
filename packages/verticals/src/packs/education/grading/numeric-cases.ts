// Table of graded numbers, for the test: `# key | unit | stem | tolerance`, then `answer > credit remark` or `answer > refused code`.
export const numericCases = String.raw`
# 5 | | What is 2 + 3?
5 > 1
 5  > 1
5. > 1
5.0 > 1
5.00 > 1
+5 > 1
05 > 1
５ > 1
٥ > 1
५ > 1
𝟓 > 1
⑤ > 1
5️⃣ > 1
x = 5 > 1
x=5 > 1
= 5 > 1
five > 1
Five > 1
五 > 1
伍 > 1
10/2 > 0.5 unreduced
5/1 > 0.5 unreduced
5e0 > 1
0.5e1 > 1
50*10^-1 > 1
500% > 1
(5) > 1
-5 > 0
6 > 0
4.999 > 0
5.0001 > 0
55 > 0
0 > 0
six > 0
六 > 0
2 + 3 > refused not_worked_out
2+3 > refused not_worked_out
five apples > 0.5 unit_wrong
abc > refused not_a_number
? > refused not_a_number
I don't know > refused not_a_number
5 5 > refused not_a_number
5/0 > refused division_by_zero
9^9^9 > refused exponent
2^3 > refused not_worked_out
1e999999 > refused too_large
1e31 > refused too_large
constructor > refused not_a_number
__proto__ > refused not_a_number
toString > refused not_a_number
(((((5 > refused not_a_number
<script>5</script> > refused not_a_number
5;DROP TABLE > refused not_a_number
-(-5) > 1
NaN > refused not_a_number
Infinity > refused not_a_number
0x5 > refused not_a_number
# 3/4 | | Work out 1/4 + 1/2.
3/4 > 1
3 / 4 > 1
３／４ > 1
3⁄4 > 1
¾ > 1
\frac{3}{4} > 1
$\frac{3}{4}$ > 1
\frac34 > 1
\dfrac{3}{4} > 1
0.75 > 1
.75 > 1
0,75 > 1
75% > 1
75 % > 1
７５％ > 1
75 percent > 1
75 per cent > 1
three quarters > 1
three fourths > 1
three-quarters > 1
three over four > 1
3 quarters > 1
四分之三 > 1
百分之七十五 > 1
百分之75 > 1
零点七五 > 1
七成五 > 1
6/8 > 0.5 unreduced
75/100 > 0.5 unreduced
9/12 > 0.5 unreduced
-3/-4 > 1
(3)/(4) > 1
(3/4) > 1
-3/4 > 0
3/-4 > 0
4/3 > 0
2/6 > 0
1/4 + 1/2 > refused not_worked_out
3:4 > 0.5 form
3/4/2 > refused not_worked_out
0.7 > 0
0.8 > 0
75 > 0
3 4 > refused not_a_number
3/ > refused not_a_number
/4 > refused not_a_number
3//4 > refused not_a_number
3\4 > refused not_a_number
# 1/2 | | Half?
1/2 > 1
½ > 1
0.5 > 1
.5 > 1
0.50 > 1
half > 1
one half > 1
a half > 1
one-half > 1
二分之一 > 1
2分之1 > 1
一半 > 1
百分之五十 > 1
50% > 1
5/10 > 0.5 unreduced
2/4 > 0.5 unreduced
五折 > 1
2/1 > 0
0.05 > 0
5% > 0
# 3/2 | | Work out 1 + 1/2 as a mixed number.
3/2 > 1
1 1/2 > 1
1½ > 1
1 ½ > 1
1 and 1/2 > 1
1又1/2 > 1
一又二分之一 > 1
one and a half > 1
1-1/2 > 1
一个半 > 1
1.5 > 1
1,5 > 1
150% > 1
1 2/4 > 0.5 unreduced
6/4 > 0.5 unreduced
11/2 > 0
1 1/3 > 0
# -3 | | Solve x + 5 = 2.
-3 > 1
−3 > 1
– 3 > 1
- 3 > 1
－３ > 1
(-3) > 1
x = -3 > 1
minus 3 > 1
negative three > 1
minus three > 1
负三 > 1
负3 > 1
-3.0 > 1
-6/2 > 0.5 unreduced
3 > 0
--3 > 0
# 1234.5 | | What is 1000 + 234.5?
1234.5 > 1
1,234.5 > 1
1.234,5 > 1
1 234.5 > 1
1 234,5 > 1
1'234.5 > 1
1234,5 > 1
1.2345e3 > 1
1.2345E3 > 1
1.2345*10^3 > 1
1.2345×10³ > 1
1.2345 x 10^3 > 1
12345 > 0
12,34.5 > refused not_a_number
1.234.5 > refused not_a_number
1,2345 > 0
# 1234 | | How many?
1,234 > 1
1234 > 1
1 234 > 1
one thousand two hundred and thirty-four > 1
一千二百三十四 > 1
1.234 > 0
1,23,4 > refused not_a_number
# 0.125 | | One eighth as a decimal.
0.125 > 1
0,125 > 1
.125 > 1
1/8 > 1
one eighth > 1
12.5% > 1
12,5% > 1
125‰ > 1
八分之一 > 1
1.25e-1 > 1
0.13 > 0
# 1/3 | | One third.
1/3 > 1
0.(3) > 1
0.33 > 0.5 rounded
0.333 > 0.5 rounded
0.3333333 > 0.5 rounded
33.3% > 0.5 rounded
0.3 > 0
0.34 > 0
a third > 1
三分之一 > 1
2/6 > 0.5 unreduced
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
