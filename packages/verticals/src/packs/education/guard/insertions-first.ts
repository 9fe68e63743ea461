// A first set of fresh ways to tell an answer, written before the guard was taught about any of them: one line a way, both languages. How many
// were found at first contact stands in docs/grading.md; since then the guard was mended with them, so that they measure nothing new.
export const firstContact: Record<string, string> = {
  '5/6': `
five parts out of six
five of the six equal slices
六份里占五份
all but one sixth
one minus a sixth
1 - 1/6
a sixth short of one whole
twenty-five thirtieths
5 ÷ 6
half plus a third, that is three sixths and two sixths together
divide five by six
拿五除以六
the reciprocal of 1.2
六分之一的五倍
5 sixths
liù fēn zhī wǔ
cinque sesti
NS82
35 2F 36
the ratio five to six
83⅓ percent
eighty-three and a third percent
0.8333...
零点八三三三
top five, bottom six
分子 5 分母 6`,
  '1/2': `
fifty-fifty
fifty cents of a euro
两份中的一份
one part in two
1 in 2
the number midway between zero and one
五成
a coin's chance of heads, 0.50
one divided by two
2 to the power -1
2⁻¹
a quarter doubled
half of one
対半
half a unit
500/1000
five tenths
eleven twenty-seconds
0x0.8 is not it, but 4/8 is`,
  'x = 5': `
x must be the square root of 25
x is a quarter of 20
take 12 away from 17
subtract 12 from 17
seventeen less twelve
the fifth whole number
the number of fingers on one hand
half of ten
ten cut in half
ten divided into two equal parts
the prime between 3 and 7
the average of 4 and 6
cinc
fünf
pięć
пять
다섯
五つ
go, in Japanese: 五
ห้า
cinque
vijf
kvin: 5
x = 0b101
x = 101 in binary
二进制的101
.....
-.-. .. -. --.- is Morse for cinq
e v i f backwards
vfive without the v
6-9-22-5
foxtrot india victor echo
the letter after D stands at this place of the alphabet
1+1+1+1+1
||||| strokes
●●●●●
正
🖐
🕔
｢５｣
٥
५
𝟝
&#53;
\\u0035
%35
x=２＋３
3 加 2
二加三
比六少一
六减一
四的后一位
x 是第五个正整数
fiiive
the sum of 2 and 3
add two to three
two plus three makes it
(7+3)/2
10 × 0.5
five, I mean`,
  '20': `
a score of euros
two tens
2 tens and 0 ones
a fifth of a hundred
one fifth of 100
four fives
five times four
4 squared plus 4
twenny
a two with a zero behind it
two, zero
two-oh
二零
廿
两张十块
二十块
venti
dvadsat
двадцать
tjugo
스물
twintig
0x14
10100 in binary
MjA=
32 30
quarter of eighty
a quarter of the 80
100 - 80
one hundred less eighty
eighty minus sixty
80 减 60
八十减六十
a dozen and eight
四五二十
t.w.e.n.t.y
YTNEWT
uxfouz
gjragl
T W E N T Y`,
  '16': `
four squared
four to the second power
two to the fourth
2^4
二的四次方
a dozen and four
twenty less four
ten and six
sedici
шестнадцать
zestien
十加六
一十六
shí liù
四四十六
double eight
twice eight
eight doubled
24 minus 8
0x10
10000 in base 2
MTY=`,
  '75': `
three fourths
seventy and five
75 in every hundred
75 of each 100
7 and then 5
三个二十五
七十再加五
a hundred less a quarter of it
100 - 25
three times twenty-five
LXXV
settantacinque
soixante-quinze
семьдесят пять
kolme neljäsosaa, 3/4
qī shí wǔ`,
  '-3': `
three below zero
3 under zero
零下三
负的三
minus drie
minus tre
-drei
three less than nothing
4 take away 7
0 - 3
seven from four
the additive inverse of three
moins trois`,
  b: `
bravo
乙
the letter between a and c
the middle one
the one in the middle
the second of the three
option two
β
everything but a and c is out
twenty-thirtieths
six ninths
2 out of 3
两份，共三份
0.66
deux tiers`,
  '5x': `
x five times
x + x + x + x + x
five copies of x
ten x halved
x times 5
5·x
五倍的x
x乘以五
6x - x
seven x less two x`,
}
