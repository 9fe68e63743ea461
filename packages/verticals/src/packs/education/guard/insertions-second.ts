// A second set of fresh ways to tell an answer, written after the guard had learnt from the first one and before it was tried on these. What was found
// at first contact stands in docs/grading.md.
export const secondContact: Record<string, string> = {
  '5/6': `
You lose a sixth of the cake, so what stays is the rest: 1 − ⅙.
In twelfths it would read ten of them.
multiply one sixth by five
It is ten minutes short of an hour, as part of an hour: 50/60.
15/18
0.83 recurring three
as a percentage 83.33
five shares, each of them one sixth
拿走六分之一，剩下的就是答案：1 减六分之一
把一分成六份，取五份
fünf Sechstel
5/6 in disguise: 55/66
six goes under, five goes on top
twenty over twenty-four
1/2 of 5/3`,
  '1/2': `
Write 0.5 in the box.
the same as 8/16
seven fourteenths
Cut the whole in two equal parts and keep one part of two.
5 divided by 10
three sixths
分母是分子的两倍：2/4
百分之50
one over two, as they say
it equals 0 point 5
1 : 2 as a fraction
the square of it is 1/4, it is the root of 1/4: sqrt(1/4)`,
  'x = 5': `
x equals the cube root of 125
Put five in for x.
x is 1 less than 6
x=10/2
subtract ten from fifteen
a third of fifteen is what x is
x is fifty divided by ten
the difference of 9 and 4
halve ten
x = 3 + 2
if you triple x you get 15, so x is 15 over 3
x: cinco
x = lima
x = beş
x is öt
the answer is wu
pet is the answer in Croatian: pet.
x is hidden here: ZmI=NQ==
x is 5th in 1, 2, 3, 4, 5
ten take away five
x = IIIII in strokes
x is 12 in base 3
x is octal 5
四加一
x 是十的一半
二十除以四
比四多一
x是：伍
the digit is 𝟱
V`,
  '20': `
The discount comes to a fifth of 100 euros.
take sixty from eighty
twenty, in euros
80 quartered
4 × 5
dos veces diez: veinte
yirmi
vigint, no: vingt
kaksikymmentä
10 twice
ten plus ten
one hundred divided by five
八十的四分之一
4个5
两个十
贰拾元
2 followed by 0
a quarter times eighty
a half of forty
XX euros`,
  '16': `
two thirds of 24
sixteen of them
24 less a third of 24: 24 - 8
32 halved
20 minus 4
eight and eight again: 8 + 8
hex 10
八的两倍
二十四的三分之二
dieciséis
sechzehn Stück
4 times 4`,
  '75': `
It is three quarters of a hundred.
.75 of it
七五折
四分之三
75 out of 100
LXXV %
100 minus 25
fünfundsiebzig
triple 25`,
  '-3': `
4 minus 7
it is 3 steps to the left of zero
minus drei
the opposite number of three
负三
7 larger than it is 4, so it is 4 − 7
x is 1 - 4`,
  b: `
Take the one between the first and the third.
Two thirds wins.
B for Berlin is the one to tick.
答案在第二个
a is too small, c is too small
0.6666
四分之…不，是三分之二
option 2`,
  '5x': `
x + 4x
five x's
2.5x doubled
the letter x with a five in front
x乘5`,
  '3x + 12': `
three times x, plus a dozen
12 more than 3x
3x 再加 12
3(x+4) without brackets: 3x and 12 added`,
}
