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
`
