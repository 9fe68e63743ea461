// Tables of graded expressions, choices and words, for the test; the format is that of numeric-cases.ts.
export const expressionCases = String.raw`
# 5x | | Simplify 2x + 3x.
5x > 1
5*x > 1
5·x > 1
5 x > 1
x*5 > 1
x5 > 1
5X > 1
５ｘ > 1
(5x) > 1
10x/2 > 0.5 unsimplified
4x + x > 0.5 unsimplified
2x + 3x > 0.25 restated
2x+3x > 0.25 restated
5 > 0
5x^2 > 0
6x > 0
5y > 0
-5x > 0
5x + 0 > 0.5 unsimplified
# 3x + 12 | | Expand 3(x + 4).
3x + 12 > 1
3x+12 > 1
12 + 3x > 1
12+3*x > 1
3(x+4) > 0.25 restated
3x + 4 > 0
x + 12 > 0
3x - 12 > 0
3x + 3*4 > 0.5 unsimplified
6 + 3x + 6 > 0.5 unsimplified
2x + x + 12 > 0.5 unsimplified
# (x+2)(x+3) | | Factorise x^2 + 5x + 6.
(x+2)(x+3) > 1
(x+3)(x+2) > 1
(x + 2) * (x + 3) > 1
[x+2][x+3] > 1
(2+x)(3+x) > 1
(x+1)(x+6) > 0
x^2 + 5x + 6 > 0.25 restated
x² + 5x + 6 > 0.25 restated
# x^2 - 9 | | Expand (x-3)(x+3).
x^2 - 9 > 1
x² − 9 > 1
x**2 - 9 > 1
x*x - 9 > 1
-9 + x^2 > 1
x^{2}-9 > 1
x^2 + 9 > 0
x^2 - 6x - 9 > 0
# x = 3 | | Solve 2x + 1 = 7.
x = 3 > 1
x=3 > 1
X = 3 > 1
3 = x > 1
3 > 1
x = 3.0 > 1
x = 6/2 > 0.5 unreduced
x = 4 > 0
y = 3 > 0
x = -3 > 0
2x = 6 > 0.5 unsimplified
2x + 1 = 7 > 0.25 restated
x = = 3 > refused not_an_expression
x = > refused empty
# x = 2 or x = -3 | | Solve (x - 2)(x + 3) = 0.
x = 2 or x = -3 > 1
x = -3 or x = 2 > 1
x=2, x=-3 > 1
2 or -3 > 1
2 和 -3 > 1
x = 2 > 0.5 incomplete
2 > 0.5 incomplete
x = 2 or x = 3 > 0
# y = 2x + 1 | | Write the line.
y = 2x + 1 > 1
y=1+2x > 1
2x + 1 = y > 1
y - 2x = 1 > 1
2y = 4x + 2 > 0.5 unsimplified
2x + 1 > 0.5 form
y = 2x - 1 > 0
# x > 3 | | Solve the inequality 2x > 6.
x > 3 > 1
3 < x > 1
x>3 > 1
x ≥ 3 > 0
x < 3 > 0
-x < -3 > 0.5 unsimplified
2x > 6 > 0.25 restated
# A*b | | The area.
A*b > 1
a*b > 0
# x/2 | | Write half of x.
x/2 > 1
0.5x > 1
1/2 x > 1
\frac{x}{2} > 1
\frac{1}{2}x > 1
x*1/2 > 1
2/x > 0
# 2*sqrt(3) | | Simplify the root of 12.
2*sqrt(3) > 1
2sqrt(3) > 1
2√(3) > 1
\sqrt{12} > 1
12^(1/2) > 1
sqrt(3)*2 > 1
2*sqrt(2) > 0
# (a+b)/2 | | The mean of a and b.
(a+b)/2 > 1
a/2 + b/2 > 1
0.5(a+b) > 1
\frac{a+b}{2} > 1
a + b/2 > 0
# n + 1 | | The number after n.
n + 1 > 1
1 + n > 1
9^9^9 > refused exponent
9**9**9 > refused exponent
n^99 > refused exponent
(((n^12)^12)^12)^12 > refused exponent
((((((((((((n)))))))))))) > refused too_deep
(((((((((((((((((((( > refused too_deep
(n + 1 > refused unbalanced
n + 1) > refused unbalanced
n + > refused not_an_expression
* n > refused not_an_expression
n + 1; import("fs") > refused unknown_sign
constructor > refused unknown_word
__proto__ > refused unknown_sign
toString() > refused unknown_word
n.constructor > refused unknown_sign
evaluate(1) > refused unknown_word
1e999999 > refused too_large
n # 1 > refused unknown_sign
"n" > refused unknown_sign
abcd + efgh > refused unknown_word
99999999999999999999 > refused too_large
f(x)=x > 0
`
export const choiceCases = `
# b | | Which is larger? | a: 1/2 ~ 二分之一; b: 2/3 ~ 三分之二; c: one third of the whole ~ 整体的三分之一
b > 1
B > 1
(b) > 1
b) > 1
[B] > 1
b. > 1
Ｂ > 1
option b > 1
Option B. > 1
the answer is b > 1
I think B > 1
选B > 1
选项B > 1
我选b > 1
B项 > 1
2/3 > 1
三分之二 > 1
2 > 1
a > 0
c > 0
1/2 > 0
one third of the whole > 0
整体的三分之一 > 0
It is one third of the whole > 0
d > refused unknown_choice
a and b > refused several_choices
a or b > refused several_choices
banana > refused unknown_choice
9 > refused unknown_choice
`
export const wordingCases = `
# equivalent | equal in value, 等值 | What do we call such fractions?
equivalent > 1
Equivalent > 1
EQUIVALENT > 1
equivalent. > 1
  equivalent  > 1
"equivalent" > 1
ｅｑｕｉｖａｌｅｎｔ > 1
equal in value > 1
Equal-in-value > 1
等值 > 1
equivelent > 0.5 spelling
equivalant > 0.5 spelling
equvalent > 0.5 spelling
eqivalnt > 0.5 spelling
unequivalent > 0
equal > 0
不等值 > 0
improper > 0
# the denominator | 分母 | Which part names the size of the pieces?
denominator > 1
The denominator > 1
denominator! > 1
分母 > 1
分 母 > 1
分母。 > 1
denominater > 0.5 spelling
numerator > 0
分子 > 0
# odd | | Odd or even?
odd > 1
ODD > 1
even > 0
add > 0
# increase | | Does it rise?
increase > 1
increases > 0.5 spelling
decrease > 0
`
