/**
 * Services that are reckoned, not read: from, to, mode, ISO weekdays, local departure, kilometres (`-`: the great circle
 * times the mode's detour), and what is taken: r goods kept at a temperature, b batteries, d dangerous goods. Hours
 * and prices follow from the method in estimate.ts. Everything here is an assumption and marked estimated, that the
 * connection is offered at all included: ask the carrier before promising it.
 */
export const trunkRows = `
chengdu-railway-port qinzhou-port rail 246 16:00 1500 rbd
chengdu-railway-port shanghai-port rail 135 18:00 2150 rbd
chengdu-railway-port ningbo-port rail 26 18:00 2250 rbd
chengdu-railway-port xiamen-port rail 3 18:00 2400 rb
chengdu-railway-port yantian-port rail 25 18:00 2150 rbd
chengdu-railway-port nansha-port rail 4 18:00 2000 rb
chengdu-railway-port qingdao-port rail 5 18:00 2250 rb
chengdu-railway-port tianjin-port rail 3 18:00 2150 rb
chengdu-railway-port wanzhou-port rail 147 12:00 560 rbd
chengdu-railway-port wuhan-port rail 36 12:00 1250 rb
chengdu-railway-port kunming-rail rail 246 10:00 1100 rb
chengdu-railway-port urumqi-port rail 25 10:00 2850 rb
chengdu-railway-port xian-port rail 1357 10:00 750 rb
chengdu-railway-port duisburg-dit rail 36 20:00 10950 rb
chengdu-railway-port hamburg-billwerder rail 5 20:00 10600 rb
chengdu-railway-port nuremberg-tricon rail 2 20:00 10700 rb
chengdu-railway-port malaszewicze rail 1357 20:00 9250 rb
chengdu-railway-port gdansk-port rail 6 20:00 9950 r
chengdu-railway-port rostock-port rail 6 20:00 10700 r
chengdu-railway-port madrid-abronigal rail 4 20:00 12900 r
chengdu-railway-port milan-melzo rail 6 20:00 11400 r
chengdu-railway-port shushary rail 4 20:00 9700 rb
chengdu-railway-port elektrougli rail 247 20:00 9000 rb
chengdu-railway-port tashkent-rail rail 36 20:00 5200 rb
chengdu-railway-port budapest-mahart rail 5 20:00 10400 rb
chengdu-railway-port fenyeslitke rail 3 20:00 9900 rb
chengdu-railway-port ulaanbaatar-rail rail 5 20:00 3100 rb
chengdu-railway-port yen-vien rail 36 20:00 1850 r
chongqing-tuanjiecun vorsino rail 26 20:00 9100 rb
chongqing-tuanjiecun minsk-kolyadichi rail 4 20:00 9600 rb
chongqing-tuanjiecun malaszewicze rail 246 20:00 9700 rb
chongqing-tuanjiecun almaty-rail rail 25 20:00 4300 rb
chongqing-tuanjiecun vientiane-south rail 36 20:00 2300 r
chongqing-tuanjiecun hamburg-billwerder rail 3 20:00 11000 rb
chongqing-yuzui shanghai-port rail 246 18:00 2050 rb
chongqing-yuzui ningbo-port rail 3 18:00 2100 rb
chongqing-yuzui yantian-port rail 246 18:00 1950 rb
chongqing-xiaonanya zhanjiang-port rail 4 18:00 1350 rb
alashankou dostyk rail 1234567 08:00 13 rbd
khorgos-china altynkol rail 1234567 08:00 25 rbd
khorgos-china khorgos-gateway road 1234567 09:00 15 rbd
urumqi-port alashankou rail 1234567 06:00 480 rb
urumqi-port khorgos-china rail 1234567 06:00 680 rb
dostyk almaty-rail rail 1357 09:00 860 rb
altynkol almaty-rail rail 1234567 09:00 330 rb
altynkol tashkent-rail rail 246 09:00 1250 rb
altynkol aktau-port rail 246 09:00 3500 r
aktau-port baku-port sea 1357 12:00 470 rb
baku-port tbilisi-rail rail 246 10:00 580 r
baku-port poti-port rail 26 10:00 870 r
tbilisi-rail halkali rail 36 10:00 2100 r
poti-port halkali sea 2 18:00 1150 rb
halkali lodz-olechow rail 6 20:00 2200 r
halkali budapest-bilk rail 36 20:00 1400 r
manzhouli zabaikalsk rail 1234567 08:00 12 rbd
zabaikalsk vorsino rail 246 12:00 6700 rb
chengdu-railway-port alashankou rail 1234567 09:00 3300 rb
chengdu-railway-port khorgos-china rail 246 09:00 3500 rb
chengdu-railway-port manzhouli rail 26 09:00 3400 rb
chengdu-railway-port erenhot rail 35 09:00 2200 rb
chengdu-railway-port suifenhe rail 4 09:00 3500 rb
chengdu-railway-port nanning-rail rail 246 09:00 1350 rb
chengdu-railway-port fangcheng-port rail 5 16:00 1480 rb
chengdu-railway-port beihai-port rail 7 16:00 1520 rb
chengdu-railway-port zhanjiang-port rail 2 16:00 1500 rb
dostyk brest rail 1357 12:00 5500 rb
chengdu hekou road 26 20:00 1250 rb
hekou hanoi road 1357 10:00 320 rb
erenhot zamyn-uud rail 1234567 08:00 12 rbd
zamyn-uud ulaanbaatar-rail rail 1357 12:00 710 rb
ulaanbaatar-rail naushki rail 246 12:00 400 rb
naushki elektrougli rail 36 12:00 5900 rb
suifenhe vladivostok-port road 12345 09:00 230 rb
brest malaszewicze rail 1234567 06:00 15 rbd
malaszewicze lodz-olechow rail 135 18:00 320 rb
malaszewicze duisburg-dit rail 246 18:00 1150 rb
malaszewicze budapest-bilk rail 36 18:00 950 rb
vladivostok-port elektrougli rail 1357 20:00 9300 rb
lodz-olechow duisburg-dit rail 24 20:00 1000 rb
duisburg-dit barking-rail rail 3 20:00 700 r
duisburg-dit milan-melzo rail 135 20:00 950 rb
rotterdam-port felixstowe-port sea 135 20:00 220 rbd
rotterdam-port duisburg-dit river 1357 06:00 220 rbd
vientiane-south thanaleng rail 1234567 08:00 5 rb
thanaleng lat-krabang rail 246 16:00 620 r
mohan boten rail 1234567 08:00 10 rb
kunming-rail mohan rail 1357 08:00 500 rb
boten vientiane-south rail 1357 12:00 420 rb
pingxiang dong-dang rail 1234567 08:00 20 r
dong-dang yen-vien rail 1357 14:00 165 r
nanning-rail pingxiang rail 135 08:00 220 r
youyiguan hanoi road 1234567 10:00 175 rb
chengdu youyiguan road 1357 20:00 1520 rb
chengdu mohan road 246 20:00 1560 rb
boten bangkok road 1357 14:00 980 rb
boten vientiane road 1357 14:00 680 rb
bangkok kuala-lumpur road 135 20:00 1480 rb
chongqing-guoyuan shanghai-port river 1234567 08:00 2400 rbd
chongqing-guoyuan taicang-port river 135 08:00 2350 rbd
chongqing-guoyuan wuhan-port river 246 08:00 1250 rbd
chongqing-luohuang shanghai-port river 25 08:00 2450 rbd
luzhou-port shanghai-port river 1357 08:00 2650 rbd
luzhou-port wuhan-port river 25 08:00 1500 rbd
luzhou-port chongqing-guoyuan river 246 08:00 270 rbd
yibin-port shanghai-port river 25 08:00 2780 rbd
yibin-port chongqing-guoyuan river 36 08:00 400 rbd
fuling-port shanghai-port river 36 08:00 2280 rbd
wuhan-port shanghai-port river 1357 08:00 1150 rbd
wuhan-port nanjing-port river 25 08:00 720 rbd
shanghai-port rotterdam-port sea 37 14:00 19500 rbd
shanghai-port hamburg-port sea 25 14:00 20000 rbd
shanghai-port antwerp-port sea 4 14:00 19450 rbd
shanghai-port felixstowe-port sea 6 14:00 19300 rbd
shanghai-port london-gateway-port sea 2 14:00 19300 rbd
shanghai-port gdansk-port sea 5 14:00 20900 rbd
shanghai-port le-havre-port sea 1 14:00 19100 rbd
shanghai-port genoa-port sea 3 14:00 15900 rbd
shanghai-port valencia-port sea 5 14:00 16300 rbd
shanghai-port piraeus-port sea 26 14:00 14700 rbd
shanghai-port saint-petersburg-port sea 4 14:00 21500 rbd
shanghai-port vladivostok-port sea 246 14:00 1850 rbd
shanghai-port los-angeles-port sea 1357 14:00 10600 rbd
shanghai-port oakland-port sea 36 14:00 10100 rbd
shanghai-port newark-port sea 4 14:00 19800 rbd
shanghai-port vancouver-port sea 26 14:00 9400 rbd
shanghai-port manzanillo-port sea 25 14:00 12800 rbd
shanghai-port callao-port sea 3 14:00 17200 rbd
shanghai-port santos-port sea 6 14:00 20500 rbd
shanghai-port durban-port sea 1 14:00 13400 rbd
shanghai-port jebel-ali-port sea 26 14:00 10800 rbd
shanghai-port dammam-port sea 5 14:00 11300 rbd
shanghai-port jeddah-port sea 4 14:00 12700 rbd
shanghai-port melbourne-port sea 3 14:00 9600 rbd
shanghai-port sydney-port sea 6 14:00 8900 rbd
shanghai-port tokyo-port sea 1357 14:00 1950 rbd
shanghai-port yokohama-port sea 246 14:00 1930 rbd
shanghai-port osaka-port sea 1357 14:00 1480 rbd
shanghai-port busan-port sea 12345 14:00 920 rbd
shanghai-port incheon-port sea 246 14:00 950 rbd
shanghai-port singapore-port sea 1357 14:00 4200 rbd
shanghai-port port-klang sea 26 14:00 4600 rbd
shanghai-port laem-chabang-port sea 37 14:00 4150 rbd
shanghai-port tanjung-priok-port sea 4 14:00 5000 rbd
shanghai-port manila-port sea 25 14:00 2150 rbd
shanghai-port hong-kong-port sea 1357 14:00 1500 rbd
ningbo-port rotterdam-port sea 5 14:00 19400 rbd
ningbo-port los-angeles-port sea 26 14:00 10700 rbd
ningbo-port vladivostok-port sea 4 14:00 2000 rbd
qingdao-port incheon-port sea 135 18:00 620 rbd
tianjin-port busan-port sea 25 18:00 1300 rbd
yantian-port rotterdam-port sea 4 14:00 18200 rbd
yantian-port felixstowe-port sea 7 14:00 18000 rbd
yantian-port los-angeles-port sea 37 14:00 11900 rbd
yantian-port jebel-ali-port sea 5 14:00 9700 rbd
yantian-port melbourne-port sea 6 14:00 8900 rbd
nansha-port durban-port sea 3 14:00 12100 rbd
nansha-port cat-lai-port sea 146 14:00 1700 rbd
nansha-port port-klang sea 25 14:00 3100 rbd
shekou-port santos-port sea 2 14:00 19200 rbd
shekou-port sydney-port sea 4 14:00 8600 rbd
xiamen-port manila-port sea 36 14:00 1300 rbd
qinzhou-port laem-chabang-port sea 36 16:00 2900 rbd
qinzhou-port cat-lai-port sea 25 16:00 1900 rbd
qinzhou-port haiphong-port sea 246 16:00 330 rbd
qinzhou-port port-klang sea 4 16:00 2900 rbd
qinzhou-port tanjung-priok-port sea 5 16:00 3400 rbd
qinzhou-port hong-kong-port sea 1357 16:00 900 rbd
qinzhou-port jebel-ali-port sea 7 16:00 9300 rbd
qinzhou-port durban-port sea 1 16:00 11900 rbd
qinzhou-port santos-port sea 3 16:00 18600 rbd
qinzhou-port manzanillo-port sea 6 16:00 14800 rbd
qinzhou-port chancay-port sea 2 16:00 19000 rbd
singapore-port jebel-ali-port sea 37 18:00 6500 rbd
singapore-port jeddah-port sea 5 18:00 7900 rbd
singapore-port melbourne-port sea 26 18:00 7100 rbd
singapore-port sydney-port sea 4 18:00 7900 rbd
singapore-port durban-port sea 3 18:00 9100 rbd
singapore-port rotterdam-port sea 6 18:00 15400 rbd
singapore-port santos-port sea 1 18:00 16300 rbd
singapore-port tanjung-priok-port sea 135 18:00 970 rbd
jeddah-port riyadh-dry-port road 12347 09:00 950 rb
dammam-port riyadh-dry-port rail 123467 09:00 450 rb
durban-port city-deep rail 135 18:00 720 rb
vancouver-port brampton-rail rail 246 18:00 4400 rb
chengdu-shuangliu frankfurt-airport air 37 02:30 - r
chengdu-shuangliu amsterdam-schiphol air 246 03:00 - rb
chengdu-shuangliu luxembourg-airport air 5 04:00 - rb
chengdu-shuangliu liege-airport air 26 03:30 - rb
chengdu-shuangliu london-heathrow air 1357 13:00 - r
chengdu-tianfu paris-cdg air 246 01:30 - r
chengdu-tianfu madrid-barajas air 25 01:00 - r
chengdu-tianfu milan-malpensa air 36 01:30 - r
chengdu-tianfu istanbul-airport air 1357 00:30 - r
chengdu-tianfu dubai-airport air 1357 23:00 - r
chengdu-tianfu riyadh-airport air 36 23:00 - r
chengdu-tianfu bangkok-suvarnabhumi air 1234567 08:00 - r
chengdu-tianfu singapore-changi air 1234567 09:00 - r
chengdu-tianfu kuala-lumpur-airport air 1357 09:30 - r
chengdu-tianfu jakarta-airport air 36 10:00 - r
chengdu-tianfu tokyo-narita air 1234567 08:30 - r
chengdu-shuangliu osaka-kansai air 1357 09:00 - r
chengdu-shuangliu incheon-airport air 1234567 10:00 - r
chengdu-tianfu hong-kong-airport air 1234567 07:00 - r
chengdu-tianfu sydney-airport air 36 21:00 - r
chengdu-tianfu melbourne-airport air 25 21:30 - r
chengdu-tianfu almaty-airport air 25 19:00 - r
chengdu-tianfu tashkent-airport air 36 19:30 - r
chengdu-tianfu moscow-sheremetyevo air 135 14:00 - r
chengdu-shuangliu los-angeles-airport air 26 12:00 - r
chengdu-shuangliu san-francisco-airport air 4 12:30 - r
chengdu-shuangliu vancouver-airport air 3 13:30 - r
chongqing-jiangbei frankfurt-airport air 2467 03:00 - rb
chongqing-jiangbei liege-airport air 135 03:30 - rb
chongqing-jiangbei amsterdam-schiphol air 25 04:00 - rb
chongqing-jiangbei chicago-ohare air 36 11:00 - rb
chongqing-jiangbei bangkok-suvarnabhumi air 1357 08:00 - r
chongqing-jiangbei singapore-changi air 1357 09:00 - r
chongqing-jiangbei dubai-airport air 36 23:00 - r
chongqing-jiangbei tokyo-narita air 246 09:00 - r
chongqing-jiangbei incheon-airport air 135 10:00 - r
chongqing-jiangbei moscow-sheremetyevo air 26 14:00 - r
guangzhou-baiyun johannesburg-airport air 36 23:30 - r
guangzhou-baiyun sao-paulo-guarulhos air 2 23:00 - r
guangzhou-baiyun mexico-city-airport air 5 22:00 - r
guangzhou-baiyun riyadh-airport air 257 22:30 - r
hong-kong-airport johannesburg-airport air 1357 23:50 - r
hong-kong-airport sydney-airport air 1234567 22:00 - rb
hong-kong-airport melbourne-airport air 246 22:30 - rb
hong-kong-airport mexico-city-airport air 36 20:00 - rb
hong-kong-airport toronto-pearson air 1357 18:00 - rb
hong-kong-airport new-york-jfk air 1234567 17:00 - rb
hong-kong-airport los-angeles-airport air 1234567 16:00 - rb
hong-kong-airport sao-paulo-guarulhos air 4 23:00 - rb
shanghai-pudong los-angeles-airport air 1234567 15:00 - rb
shanghai-pudong chicago-ohare air 1357 16:00 - rb
shanghai-pudong new-york-jfk air 246 16:30 - rb
shanghai-pudong toronto-pearson air 36 17:00 - rb
shanghai-pudong mexico-city-airport air 5 18:00 - rb
shanghai-pudong sydney-airport air 135 20:00 - rb
fangcheng-port haiphong-port sea 25 16:00 350 rbd
beihai-port cat-lai-port sea 4 16:00 1850 rbd
zhanjiang-port port-klang sea 6 16:00 2750 rbd
shenzhen-baoan new-york-jfk air 35 19:00 - rb
shenzhen-baoan london-heathrow air 246 20:00 - rb
chengdu-tianfu vientiane-wattay air 26 08:30 - r
chongqing-jiangbei leipzig-airport air 136 04:30 - rb
shanghai-pudong warsaw-chopin air 25 10:00 - rb
hong-kong-airport east-midlands-airport air 246 23:00 - rb
hong-kong-airport manchester-airport air 1357 00:30 - r
guangzhou-baiyun dubai-world-central air 246 22:00 - rb
chengdu-railway-port selyatino rail 5 20:00 9000 rb
malaszewicze zahony rail 4 18:00 640 rb
shanghai-port la-spezia-port sea 1 14:00 15950 rbd
shanghai-port bremerhaven-port sea 6 14:00 19900 rbd
dubai-airport johannesburg-airport air 1357 04:00 - rb
frankfurt-airport johannesburg-airport air 36 21:00 - rb
`;

/** Trucks from a hub to others: from: to …, at the hours of `feeder` in services.ts. */
export const onwardRows = `
elektrougli: moscow saint-petersburg
vorsino: moscow
selyatino: moscow
shushary: saint-petersburg
saint-petersburg-port: saint-petersburg moscow
vladivostok-port: vladivostok
moscow-sheremetyevo: moscow
minsk-kolyadichi: minsk
almaty-rail: almaty
almaty-airport: almaty
tashkent-rail: tashkent
tashkent-airport: tashkent
ulaanbaatar-rail: ulaanbaatar
malaszewicze: warsaw lodz
lodz-olechow: lodz warsaw berlin prague
slawkow: warsaw prague vienna budapest
gdansk-port: warsaw lodz
warsaw-chopin: warsaw
rostock-port: berlin hamburg
duisburg-dit: duisburg frankfurt paris brussels amsterdam london
hamburg-billwerder: hamburg berlin
hamburg-port: hamburg berlin
bremerhaven-port: hamburg
nuremberg-tricon: nuremberg frankfurt prague vienna milan
tilburg-railport: tilburg rotterdam amsterdam brussels paris london
rotterdam-port: rotterdam amsterdam duisburg
antwerp-port: brussels paris
frankfurt-airport: frankfurt nuremberg
leipzig-airport: berlin prague warsaw lodz
amsterdam-schiphol: amsterdam rotterdam
brussels-airport: brussels paris duisburg
liege-airport: brussels paris duisburg
luxembourg-airport: frankfurt paris
budapest-mahart: budapest vienna belgrade
budapest-bilk: budapest vienna belgrade
fenyeslitke: budapest
zahony: budapest
budapest-airport: budapest vienna
paris-cdg: paris
le-havre-port: paris
milan-malpensa: milan prato
milan-melzo: milan prato rome
genoa-port: milan prato
la-spezia-port: prato rome
madrid-abronigal: madrid
madrid-barajas: madrid
valencia-port: madrid barcelona
piraeus-port: athens belgrade budapest
felixstowe-port: london manchester
london-gateway-port: london
barking-rail: london
london-heathrow: london manchester
london-stansted: london manchester
east-midlands-airport: manchester london
manchester-airport: manchester
halkali: istanbul
istanbul-airport: istanbul
jebel-ali-port: dubai abu-dhabi jebel-ali-free-zone
jebel-ali-free-zone: dubai riyadh
dubai-airport: dubai abu-dhabi
dubai-world-central: dubai
dammam-port: riyadh
riyadh-dry-port: riyadh
riyadh-airport: riyadh
vientiane-south: vientiane
thanaleng: vientiane bangkok
yen-vien: hanoi
haiphong-port: hanoi
cat-lai-port: ho-chi-minh-city
lat-krabang: bangkok
laem-chabang-port: bangkok lat-krabang
bangkok-suvarnabhumi: bangkok
vientiane-wattay: vientiane
port-klang: kuala-lumpur
kuala-lumpur-airport: kuala-lumpur
singapore-port: singapore
singapore-changi: singapore
tanjung-priok-port: jakarta
jakarta-airport: jakarta
manila-port: manila
tokyo-port: tokyo yokohama
yokohama-port: yokohama tokyo
osaka-port: osaka
tokyo-narita: tokyo yokohama
osaka-kansai: osaka
incheon-port: incheon seoul
incheon-airport: incheon seoul
busan-port: seoul
hong-kong-port: hong-kong
hong-kong-airport: hong-kong
los-angeles-port: los-angeles
los-angeles-airport: los-angeles
oakland-port: san-francisco
san-francisco-airport: san-francisco
newark-port: new-york
new-york-jfk: new-york
chicago-ohare: chicago toronto new-york
vancouver-port: vancouver
vancouver-airport: vancouver
toronto-pearson: toronto montreal
brampton-rail: toronto montreal
manzanillo-port: mexico-city
mexico-city-airport: mexico-city
callao-port: lima
chancay-port: lima
santos-port: sao-paulo rio-de-janeiro
sao-paulo-guarulhos: sao-paulo
sydney-port: sydney
sydney-airport: sydney
melbourne-port: melbourne
melbourne-airport: melbourne
durban-port: johannesburg
city-deep: johannesburg
johannesburg-airport: johannesburg
`;

/** Trucks at home: from the maker's city to where the way abroad begins. */
export const homeRows = `
zigong: chongqing-tuanjiecun chongqing-jiangbei luzhou-port yibin-port
luzhou: luzhou-port chongqing-tuanjiecun chongqing-jiangbei
yibin: yibin-port chongqing-tuanjiecun
neijiang: chongqing-tuanjiecun chongqing-jiangbei luzhou-port
ziyang: chongqing-tuanjiecun chongqing-jiangbei
suining: chongqing-tuanjiecun chongqing-jiangbei
nanchong: chongqing-tuanjiecun chongqing-jiangbei
guangan: chongqing-tuanjiecun chongqing-jiangbei chongqing-guoyuan
dazhou: chongqing-tuanjiecun wanzhou-port
chengdu: chongqing shenzhen-baoan guangzhou-baiyun shanghai-pudong hong-kong-airport chengdu-railway-port-bonded shuangliu-bonded
chongqing: chongqing-tuanjiecun chongqing-yuzui chongqing-xiaonanya chongqing-jiangbei chongqing-guoyuan chongqing-luohuang chongqing-xiyong-bonded chongqing-cuntan-bonded chengdu-railway-port chengdu-shuangliu chengdu-tianfu guangzhou-baiyun hong-kong-airport shanghai-pudong
wanzhou: wanzhou-port chongqing-jiangbei chongqing-tuanjiecun
fuling: fuling-port chongqing-tuanjiecun chongqing-jiangbei chongqing-guoyuan
chengdu-railway-port-bonded: chengdu-railway-port
shuangliu-bonded: chengdu-shuangliu
chongqing-xiyong-bonded: chongqing-tuanjiecun
chongqing-cuntan-bonded: chongqing-guoyuan chongqing-jiangbei
`;
