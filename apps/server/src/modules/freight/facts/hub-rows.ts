/**
 * Hubs: key, kind, ISO 3166-1 country, latitude and longitude in degrees (WGS 84, a hundredth is about a kilometre),
 * IANA zone, UN/LOCODE, IATA code, names in Chinese | English | Russian; `-` where there is no code or none is known.
 * UN/LOCODEs were looked up in the list of UNECE (edition 2024-1), IATA codes in OpenFlights. Xinjiang's stations keep
 * Beijing time. A terminal without a code of its own has none: its city's is not taken for it.
 */
export const homeHubRows = `
chengdu city CN 30.66 104.07 Asia/Shanghai CNCDU - 成都|Chengdu|Чэнду
zigong city CN 29.34 104.78 Asia/Shanghai CNZGO - 自贡|Zigong|Цзыгун
panzhihua city CN 26.58 101.72 Asia/Shanghai CNPZI - 攀枝花|Panzhihua|Паньчжихуа
luzhou city CN 28.87 105.44 Asia/Shanghai - - 泸州|Luzhou|Лучжоу
deyang city CN 31.13 104.40 Asia/Shanghai CNDEY - 德阳|Deyang|Дэян
mianyang city CN 31.47 104.68 Asia/Shanghai CNMYG - 绵阳|Mianyang|Мяньян
guangyuan city CN 32.44 105.84 Asia/Shanghai CNGYS - 广元|Guangyuan|Гуанъюань
suining city CN 30.53 105.59 Asia/Shanghai CNSNN - 遂宁|Suining|Суйнин
neijiang city CN 29.58 105.06 Asia/Shanghai - - 内江|Neijiang|Нэйцзян
leshan city CN 29.55 103.77 Asia/Shanghai CNLES - 乐山|Leshan|Лэшань
nanchong city CN 30.84 106.11 Asia/Shanghai CNNCO - 南充|Nanchong|Наньчун
meishan city CN 30.08 103.85 Asia/Shanghai - - 眉山|Meishan|Мэйшань
yibin city CN 28.75 104.64 Asia/Shanghai - - 宜宾|Yibin|Ибинь
guangan city CN 30.46 106.63 Asia/Shanghai - - 广安|Guang’an|Гуанъань
dazhou city CN 31.21 107.47 Asia/Shanghai - - 达州|Dazhou|Дачжоу
yaan city CN 29.98 103.01 Asia/Shanghai - - 雅安|Ya’an|Яань
bazhong city CN 31.87 106.75 Asia/Shanghai - - 巴中|Bazhong|Бачжун
ziyang city CN 30.12 104.63 Asia/Shanghai CNZYA - 资阳|Ziyang|Цзыян
aba city CN 31.90 102.22 Asia/Shanghai - - 阿坝（马尔康）|Aba (Barkam)|Аба (Маэркан)
garze city CN 30.05 101.96 Asia/Shanghai - - 甘孜（康定）|Garzê (Kangding)|Гардзе (Кандин)
liangshan city CN 27.89 102.26 Asia/Shanghai - - 凉山（西昌）|Liangshan (Xichang)|Ляншань (Сичан)
chongqing city CN 29.56 106.55 Asia/Shanghai CNCQI - 重庆|Chongqing|Чунцин
wanzhou city CN 30.81 108.41 Asia/Shanghai - - 万州|Wanzhou|Ваньчжоу
fuling city CN 29.70 107.39 Asia/Shanghai - - 涪陵|Fuling|Фулин
chengdu-railway-port rail-terminal CN 30.85 104.31 Asia/Shanghai - - 成都国际铁路港|Chengdu International Railway Port|Чэндуский международный железнодорожный порт
chongqing-tuanjiecun rail-terminal CN 29.66 106.34 Asia/Shanghai - - 重庆团结村|Chongqing Tuanjiecun|Чунцин-Туаньцзецунь
chongqing-yuzui rail-terminal CN 29.62 106.76 Asia/Shanghai - - 重庆鱼嘴|Chongqing Yuzui|Чунцин-Юйцзуй
chongqing-xiaonanya rail-terminal CN 29.38 106.38 Asia/Shanghai - - 重庆小南垭|Chongqing Xiaonanya|Чунцин-Сяонанья
chengdu-shuangliu airport CN 30.58 103.95 Asia/Shanghai CNCTU CTU 成都双流机场|Chengdu Shuangliu Airport|Аэропорт Чэнду-Шуанлю
chengdu-tianfu airport CN 30.32 104.44 Asia/Shanghai CNTFU TFU 成都天府机场|Chengdu Tianfu Airport|Аэропорт Чэнду-Тяньфу
chongqing-jiangbei airport CN 29.72 106.64 Asia/Shanghai CNCKG CKG 重庆江北机场|Chongqing Jiangbei Airport|Аэропорт Чунцин-Цзянбэй
chongqing-guoyuan river-port CN 29.61 106.72 Asia/Shanghai - - 重庆果园港|Chongqing Guoyuan Port|Порт Чунцин-Гоюань
chongqing-luohuang river-port CN 29.35 106.43 Asia/Shanghai - - 重庆珞璜港|Chongqing Luohuang Port|Порт Чунцин-Лохуан
wanzhou-port river-port CN 30.76 108.42 Asia/Shanghai CNWZH - 万州港|Wanzhou Port|Порт Ваньчжоу
fuling-port river-port CN 29.72 107.36 Asia/Shanghai CNFLG - 涪陵港|Fuling Port|Порт Фулин
luzhou-port river-port CN 28.92 105.49 Asia/Shanghai CNLUZ - 泸州港|Luzhou Port|Порт Лучжоу
yibin-port river-port CN 28.80 104.72 Asia/Shanghai CNYIB - 宜宾港|Yibin Port|Порт Ибинь
chengdu-railway-port-bonded warehouse CN 30.86 104.33 Asia/Shanghai - - 成都国际铁路港综合保税区|Chengdu Railway Port Bonded Zone|Бондовая зона железнодорожного порта Чэнду
shuangliu-bonded warehouse CN 30.55 103.98 Asia/Shanghai - - 成都高新综合保税区双流园区|Shuangliu Bonded Zone, Chengdu|Бондовая зона Шуанлю, Чэнду
chongqing-xiyong-bonded warehouse CN 29.60 106.38 Asia/Shanghai - - 重庆西永综合保税区|Chongqing Xiyong Bonded Zone|Бондовая зона Сиюн, Чунцин
chongqing-cuntan-bonded warehouse CN 29.62 106.60 Asia/Shanghai - - 重庆两路寸滩综合保税区|Chongqing Lianglu Cuntan Bonded Zone|Бондовая зона Лянлу-Цуньтань, Чунцин
`;

/** On the way out of China: rail junctions, river and sea ports, gateway airports. */
export const chinaHubRows = `
wuhan-port river-port CN 30.68 114.55 Asia/Shanghai CNWHG - 武汉阳逻港|Wuhan Yangluo Port|Порт Ухань-Янло
nanjing-port river-port CN 32.20 118.85 Asia/Shanghai CNNJG - 南京港|Nanjing Port|Порт Нанкин
shanghai-port seaport CN 30.63 122.06 Asia/Shanghai CNYSA - 上海洋山港|Shanghai Yangshan Port|Порт Шанхай-Яншань
taicang-port seaport CN 31.61 121.23 Asia/Shanghai CNTAC - 太仓港|Taicang Port|Порт Тайцан
ningbo-port seaport CN 29.93 121.85 Asia/Shanghai CNNBG - 宁波港|Ningbo Port|Порт Нинбо
qingdao-port seaport CN 36.00 120.22 Asia/Shanghai CNQDG - 青岛港|Qingdao Port|Порт Циндао
tianjin-port seaport CN 38.98 117.75 Asia/Shanghai CNTXG - 天津新港|Tianjin Xingang|Порт Тяньцзинь-Синьган
xiamen-port seaport CN 24.47 118.05 Asia/Shanghai CNXMG - 厦门港|Xiamen Port|Порт Сямынь
yantian-port seaport CN 22.57 114.27 Asia/Shanghai CNYTN - 深圳盐田港|Shenzhen Yantian Port|Порт Шэньчжэнь-Яньтянь
shekou-port seaport CN 22.47 113.89 Asia/Shanghai CNSHK - 深圳蛇口港|Shenzhen Shekou Port|Порт Шэньчжэнь-Шэкоу
nansha-port seaport CN 22.64 113.67 Asia/Shanghai CNNSA - 广州南沙港|Guangzhou Nansha Port|Порт Гуанчжоу-Наньша
qinzhou-port seaport CN 21.72 108.61 Asia/Shanghai CNQZH - 钦州港|Qinzhou Port|Порт Циньчжоу
fangcheng-port seaport CN 21.60 108.34 Asia/Shanghai CNFAN - 防城港|Fangchenggang Port|Порт Фанчэнган
beihai-port seaport CN 21.48 109.07 Asia/Shanghai CNBIH - 北海港|Beihai Port|Порт Бэйхай
zhanjiang-port seaport CN 21.17 110.41 Asia/Shanghai CNZNG - 湛江港|Zhanjiang Port|Порт Чжаньцзян
xian-port rail-terminal CN 34.38 109.05 Asia/Shanghai CNXAG - 西安国际港|Xi’an International Port|Сианьский международный порт
urumqi-port rail-terminal CN 43.86 87.48 Asia/Shanghai CNULZ - 乌鲁木齐国际陆港|Urumqi International Land Port|Международный сухой порт Урумчи
kunming-rail rail-terminal CN 24.98 102.86 Asia/Shanghai - - 昆明王家营西|Kunming Wangjiaying West|Куньмин-Ванцзяин-Западный
nanning-rail rail-terminal CN 22.75 108.32 Asia/Shanghai - - 南宁国际铁路港|Nanning International Railway Port|Наньнинский международный железнодорожный порт
shanghai-pudong airport CN 31.14 121.81 Asia/Shanghai CNPVG PVG 上海浦东机场|Shanghai Pudong Airport|Аэропорт Шанхай-Пудун
guangzhou-baiyun airport CN 23.39 113.30 Asia/Shanghai CNCAN CAN 广州白云机场|Guangzhou Baiyun Airport|Аэропорт Гуанчжоу-Байюнь
shenzhen-baoan airport CN 22.64 113.81 Asia/Shanghai CNSZX SZX 深圳宝安机场|Shenzhen Bao’an Airport|Аэропорт Шэньчжэнь-Баоань
hong-kong-airport airport HK 22.31 113.92 Asia/Hong_Kong HKHKG HKG 香港机场|Hong Kong Airport|Аэропорт Гонконг
hong-kong-port seaport HK 22.34 114.12 Asia/Hong_Kong HKHKG - 香港葵青港|Hong Kong Kwai Tsing Port|Порт Гонконг-Квайчинг
alashankou border-crossing CN 45.17 82.57 Asia/Shanghai CNAKL - 阿拉山口|Alashankou|Алашанькоу
khorgos-china border-crossing CN 44.21 80.41 Asia/Shanghai CNHRS - 霍尔果斯|Khorgos|Хоргос
manzhouli border-crossing CN 49.59 117.44 Asia/Shanghai CNMLX - 满洲里|Manzhouli|Маньчжурия
erenhot border-crossing CN 43.65 111.98 Asia/Shanghai CNERC - 二连浩特|Erenhot|Эрлянь
suifenhe border-crossing CN 44.40 131.15 Asia/Shanghai CNSFH - 绥芬河|Suifenhe|Суйфэньхэ
mohan border-crossing CN 21.19 101.69 Asia/Shanghai CNMHN - 磨憨|Mohan|Мохань
pingxiang border-crossing CN 22.11 106.76 Asia/Shanghai CNPIN - 凭祥|Pingxiang|Пинсян
youyiguan border-crossing CN 21.98 106.71 Asia/Shanghai CNYYG - 友谊关|Friendship Pass (Youyiguan)|Ююгуань (Перевал Дружбы)
hekou border-crossing CN 22.51 103.95 Asia/Shanghai CNHKM - 河口|Hekou|Хэкоу
`;

/** Beyond the border: crossings, terminals, ports and airports of the markets. */
export const overseasHubRows = `
dostyk border-crossing KZ 45.25 82.48 Asia/Almaty - - 多斯特克|Dostyk|Достык
altynkol border-crossing KZ 44.15 80.25 Asia/Almaty - - 阿腾科里|Altynkol|Алтынколь
khorgos-gateway rail-terminal KZ 44.22 80.38 Asia/Almaty KZHOR - 霍尔果斯东门陆港|Khorgos Gateway|Хоргос – Восточные ворота
almaty-rail rail-terminal KZ 43.35 76.95 Asia/Almaty - - 阿拉木图1站|Almaty-1|Алматы-1
aktau-port seaport KZ 43.60 51.22 Asia/Aqtau KZAAU - 阿克套港|Aktau Port|Порт Актау
almaty-airport airport KZ 43.35 77.04 Asia/Almaty KZALA ALA 阿拉木图机场|Almaty Airport|Аэропорт Алматы
tashkent-rail rail-terminal UZ 41.24 69.20 Asia/Tashkent - - 塔什干丘库尔赛|Tashkent Chukursay|Ташкент-Чукурсай
tashkent-airport airport UZ 41.26 69.28 Asia/Tashkent UZTAS TAS 塔什干机场|Tashkent Airport|Аэропорт Ташкент
zabaikalsk border-crossing RU 49.65 117.33 Asia/Chita RUZBK - 后贝加尔斯克|Zabaikalsk|Забайкальск
zamyn-uud border-crossing MN 43.72 111.91 Asia/Ulaanbaatar MNZUU - 扎门乌德|Zamyn-Üüd|Замын-Ууд
ulaanbaatar-rail rail-terminal MN 47.91 106.88 Asia/Ulaanbaatar - - 乌兰巴托货场|Ulaanbaatar freight station|Улан-Батор-товарная
naushki border-crossing RU 50.39 106.11 Asia/Irkutsk RUNKI - 纳乌什基|Naushki|Наушки
vorsino rail-terminal RU 55.22 36.65 Europe/Moscow RUVRS - 沃尔西诺|Vorsino|Ворсино
elektrougli rail-terminal RU 55.72 38.21 Europe/Moscow - - 埃列克特罗乌格利|Elektrougli|Электроугли
selyatino rail-terminal RU 55.52 36.97 Europe/Moscow RURZH - 谢利亚季诺|Selyatino|Селятино
saint-petersburg-port seaport RU 59.88 30.20 Europe/Moscow RULED - 圣彼得堡港|Saint Petersburg Port|Порт Санкт-Петербург
shushary rail-terminal RU 59.80 30.38 Europe/Moscow RUSHY - 舒沙雷|Shushary|Шушары
vladivostok-port seaport RU 43.10 131.88 Asia/Vladivostok RUVVO - 符拉迪沃斯托克港|Vladivostok Port|Порт Владивосток
moscow-sheremetyevo airport RU 55.97 37.41 Europe/Moscow RUSVO SVO 莫斯科谢列梅捷沃机场|Moscow Sheremetyevo Airport|Аэропорт Москва-Шереметьево
minsk-kolyadichi rail-terminal BY 53.84 27.57 Europe/Minsk BYKDC - 明斯克科利亚季奇|Minsk Kolyadichi|Минск-Колядичи
brest border-crossing BY 52.10 23.69 Europe/Minsk BYBQT - 布列斯特|Brest|Брест
malaszewicze border-crossing PL 52.03 23.52 Europe/Warsaw PLMAA - 马拉舍维奇|Małaszewicze|Малашевиче
lodz-olechow rail-terminal PL 51.74 19.56 Europe/Warsaw - - 罗兹奥莱胡夫|Łódź Olechów|Лодзь-Олехув
slawkow rail-terminal PL 50.30 19.37 Europe/Warsaw PLSAW - 斯瓦夫库夫|Sławków|Славкув
gdansk-port seaport PL 54.38 18.71 Europe/Warsaw PLGDN - 格但斯克港|Gdańsk Port|Порт Гданьск
warsaw-chopin airport PL 52.17 20.97 Europe/Warsaw PLWAW WAW 华沙肖邦机场|Warsaw Chopin Airport|Аэропорт Варшава-Шопен
duisburg-dit rail-terminal DE 51.39 6.73 Europe/Berlin DEDUI - 杜伊斯堡DIT码头|Duisburg Intermodal Terminal|Интермодальный терминал Дуйсбург
hamburg-billwerder rail-terminal DE 53.52 10.10 Europe/Berlin - - 汉堡比尔维尔德|Hamburg-Billwerder|Гамбург-Билльвердер
nuremberg-tricon rail-terminal DE 49.39 11.06 Europe/Berlin - - 纽伦堡TriCon|Nuremberg TriCon|Нюрнберг-TriCon
hamburg-port seaport DE 53.53 9.92 Europe/Berlin DEHAM - 汉堡港|Hamburg Port|Порт Гамбург
bremerhaven-port seaport DE 53.58 8.54 Europe/Berlin DEBRV - 不来梅港|Bremerhaven Port|Порт Бремерхафен
rostock-port seaport DE 54.15 12.10 Europe/Berlin DERSK - 罗斯托克港|Rostock Port|Порт Росток
frankfurt-airport airport DE 50.03 8.57 Europe/Berlin - FRA 法兰克福机场|Frankfurt Airport|Аэропорт Франкфурт
leipzig-airport airport DE 51.42 12.24 Europe/Berlin - LEJ 莱比锡哈雷机场|Leipzig/Halle Airport|Аэропорт Лейпциг/Галле
tilburg-railport rail-terminal NL 51.59 5.01 Europe/Amsterdam NLTLB - 蒂尔堡铁路港|Tilburg Railport|Железнодорожный порт Тилбург
rotterdam-port seaport NL 51.95 4.05 Europe/Amsterdam NLRTM - 鹿特丹港|Rotterdam Port|Порт Роттердам
amsterdam-schiphol airport NL 52.31 4.76 Europe/Amsterdam - AMS 阿姆斯特丹史基浦机场|Amsterdam Schiphol Airport|Аэропорт Амстердам-Схипхол
antwerp-port seaport BE 51.27 4.33 Europe/Brussels BEANR - 安特卫普港|Antwerp Port|Порт Антверпен
brussels-airport airport BE 50.90 4.48 Europe/Brussels - BRU 布鲁塞尔机场|Brussels Airport|Аэропорт Брюссель
liege-airport airport BE 50.64 5.44 Europe/Brussels - LGG 列日机场|Liège Airport|Аэропорт Льеж
luxembourg-airport airport LU 49.62 6.20 Europe/Luxembourg - LUX 卢森堡机场|Luxembourg Airport|Аэропорт Люксембург
budapest-mahart rail-terminal HU 47.43 19.06 Europe/Budapest HUCPE - 布达佩斯马哈特（切佩尔）|Budapest Mahart (Csepel)|Будапешт-Махарт (Чепель)
budapest-bilk rail-terminal HU 47.40 19.12 Europe/Budapest - - 布达佩斯BILK|Budapest BILK|Будапешт-BILK
zahony border-crossing HU 48.41 22.18 Europe/Budapest HUZAH - 扎霍尼|Záhony|Захонь
fenyeslitke rail-terminal HU 48.27 22.10 Europe/Budapest HUFKE - 费涅什利特凯|Fényeslitke|Феньешлитке
budapest-airport airport HU 47.43 19.26 Europe/Budapest - BUD 布达佩斯机场|Budapest Airport|Аэропорт Будапешт
paris-cdg airport FR 49.01 2.55 Europe/Paris FRCDG CDG 巴黎戴高乐机场|Paris Charles de Gaulle Airport|Аэропорт Париж-Шарль-де-Голль
le-havre-port seaport FR 49.47 0.16 Europe/Paris FRLEH - 勒阿弗尔港|Le Havre Port|Порт Гавр
milan-malpensa airport IT 45.63 8.73 Europe/Rome ITMXP MXP 米兰马尔彭萨机场|Milan Malpensa Airport|Аэропорт Милан-Мальпенса
milan-melzo rail-terminal IT 45.50 9.42 Europe/Rome - - 米兰梅尔佐|Milan Melzo|Милан-Мельцо
genoa-port seaport IT 44.42 8.78 Europe/Rome ITGOA - 热那亚港|Genoa Port|Порт Генуя
la-spezia-port seaport IT 44.11 9.86 Europe/Rome ITSPE - 拉斯佩齐亚港|La Spezia Port|Порт Специя
madrid-abronigal rail-terminal ES 40.39 -3.66 Europe/Madrid - - 马德里阿布罗尼加尔|Madrid Abroñigal|Мадрид-Аброньигаль
madrid-barajas airport ES 40.47 -3.56 Europe/Madrid - MAD 马德里巴拉哈斯机场|Madrid Barajas Airport|Аэропорт Мадрид-Барахас
valencia-port seaport ES 39.44 -0.32 Europe/Madrid ESVLC - 瓦伦西亚港|Valencia Port|Порт Валенсия
felixstowe-port seaport GB 51.96 1.31 Europe/London GBFXT - 费利克斯托港|Felixstowe Port|Порт Филикстоу
london-gateway-port seaport GB 51.50 0.49 Europe/London GBLGP - 伦敦门户港|London Gateway Port|Порт Лондон-Гейтвей
barking-rail rail-terminal GB 51.53 0.12 Europe/London - - 伦敦巴金|London Barking Eurohub|Лондон-Баркинг
london-heathrow airport GB 51.47 -0.46 Europe/London GBLHR LHR 伦敦希思罗机场|London Heathrow Airport|Аэропорт Лондон-Хитроу
london-stansted airport GB 51.89 0.24 Europe/London GBSTN STN 伦敦斯坦斯特德机场|London Stansted Airport|Аэропорт Лондон-Станстед
east-midlands-airport airport GB 52.83 -1.33 Europe/London GBEMA EMA 东米德兰兹机场|East Midlands Airport|Аэропорт Ист-Мидлендс
manchester-airport airport GB 53.35 -2.27 Europe/London - MAN 曼彻斯特机场|Manchester Airport|Аэропорт Манчестер
piraeus-port seaport GR 37.94 23.61 Europe/Athens GRPIR - 比雷埃夫斯港|Piraeus Port|Порт Пирей
baku-port seaport AZ 40.00 49.42 Asia/Baku AZALA - 巴库阿拉特港|Baku Alat Port|Порт Баку-Алят
tbilisi-rail rail-terminal GE 41.69 44.88 Asia/Tbilisi - - 第比利斯货场|Tbilisi freight station|Тбилиси-товарная
poti-port seaport GE 42.15 41.65 Asia/Tbilisi GEPTI - 波季港|Poti Port|Порт Поти
halkali rail-terminal TR 41.02 28.77 Europe/Istanbul TRHAL - 伊斯坦布尔哈尔卡利|Istanbul Halkalı|Стамбул-Халкалы
istanbul-airport airport TR 41.28 28.75 Europe/Istanbul TRISL IST 伊斯坦布尔机场|Istanbul Airport|Аэропорт Стамбул
jebel-ali-port seaport AE 25.01 55.06 Asia/Dubai AEJEA - 杰贝阿里港|Jebel Ali Port|Порт Джебель-Али
jebel-ali-free-zone warehouse AE 24.99 55.09 Asia/Dubai AEQWE - 杰贝阿里自贸区仓库|Jebel Ali Free Zone warehouses|Склады свободной зоны Джебель-Али
dubai-airport airport AE 25.25 55.36 Asia/Dubai AEDXB DXB 迪拜机场|Dubai Airport|Аэропорт Дубай
dubai-world-central airport AE 24.90 55.16 Asia/Dubai AEDWC DWC 迪拜阿勒马克图姆机场|Dubai Al Maktoum Airport|Аэропорт Дубай-Аль-Мактум
dammam-port seaport SA 26.49 50.20 Asia/Riyadh SADMM - 达曼港|Dammam Port|Порт Даммам
jeddah-port seaport SA 21.47 39.16 Asia/Riyadh SAJED - 吉达港|Jeddah Port|Порт Джидда
riyadh-dry-port rail-terminal SA 24.65 46.80 Asia/Riyadh SARYP - 利雅得旱港|Riyadh Dry Port|Сухой порт Эр-Рияд
riyadh-airport airport SA 24.96 46.70 Asia/Riyadh SARUH RUH 利雅得机场|Riyadh Airport|Аэропорт Эр-Рияд
boten border-crossing LA 21.19 101.68 Asia/Vientiane LABTN - 磨丁|Boten|Ботен
vientiane-south rail-terminal LA 17.91 102.71 Asia/Vientiane - - 万象南站|Vientiane South|Вьентьян-Южный
thanaleng rail-terminal LA 17.88 102.72 Asia/Vientiane LATHG - 塔纳楞旱港|Thanaleng Dry Port|Сухой порт Тханаленг
vientiane-wattay airport LA 17.99 102.56 Asia/Vientiane LAVTE VTE 万象瓦岱机场|Vientiane Wattay Airport|Аэропорт Вьентьян-Ваттай
dong-dang border-crossing VN 21.94 106.70 Asia/Ho_Chi_Minh - - 同登|Đồng Đăng|Донгданг
yen-vien rail-terminal VN 21.09 105.92 Asia/Ho_Chi_Minh VNYEV - 河内安员|Yên Viên (Hanoi)|Йенвьен (Ханой)
cat-lai-port seaport VN 10.77 106.79 Asia/Ho_Chi_Minh VNCLI - 胡志明吉莱港|Cát Lái Port|Порт Катлай
haiphong-port seaport VN 20.83 106.88 Asia/Ho_Chi_Minh VNHPH - 海防港|Haiphong Port|Порт Хайфон
lat-krabang rail-terminal TH 13.73 100.77 Asia/Bangkok THLKR - 曼谷拉格拉邦|Lat Krabang ICD (Bangkok)|Латкрабанг (Бангкок)
laem-chabang-port seaport TH 13.07 100.90 Asia/Bangkok THLCH - 林查班港|Laem Chabang Port|Порт Лемчабанг
bangkok-suvarnabhumi airport TH 13.68 100.75 Asia/Bangkok THSIA BKK 曼谷素万那普机场|Bangkok Suvarnabhumi Airport|Аэропорт Бангкок-Суварнабхуми
port-klang seaport MY 3.00 101.39 Asia/Kuala_Lumpur MYPKG - 巴生港|Port Klang|Порт Кланг
kuala-lumpur-airport airport MY 2.75 101.71 Asia/Kuala_Lumpur - KUL 吉隆坡机场|Kuala Lumpur Airport|Аэропорт Куала-Лумпур
singapore-port seaport SG 1.27 103.76 Asia/Singapore SGSIN - 新加坡港|Singapore Port|Порт Сингапур
singapore-changi airport SG 1.35 103.99 Asia/Singapore SGCHG SIN 新加坡樟宜机场|Singapore Changi Airport|Аэропорт Сингапур-Чанги
tanjung-priok-port seaport ID -6.10 106.88 Asia/Jakarta IDTPP - 雅加达丹戎不碌港|Tanjung Priok Port|Порт Танджунг-Приок
jakarta-airport airport ID -6.13 106.66 Asia/Jakarta IDCGK CGK 雅加达苏加诺-哈达机场|Jakarta Soekarno-Hatta Airport|Аэропорт Джакарта
manila-port seaport PH 14.60 120.95 Asia/Manila PHMNL - 马尼拉港|Manila Port|Порт Манила
tokyo-port seaport JP 35.61 139.79 Asia/Tokyo JPTYO - 东京港|Tokyo Port|Порт Токио
yokohama-port seaport JP 35.43 139.68 Asia/Tokyo JPYOK - 横滨港|Yokohama Port|Порт Иокогама
osaka-port seaport JP 34.64 135.41 Asia/Tokyo JPOSA - 大阪港|Osaka Port|Порт Осака
tokyo-narita airport JP 35.76 140.39 Asia/Tokyo JPNRT NRT 东京成田机场|Tokyo Narita Airport|Аэропорт Токио-Нарита
osaka-kansai airport JP 34.43 135.24 Asia/Tokyo JPKIX KIX 大阪关西机场|Osaka Kansai Airport|Аэропорт Осака-Кансай
busan-port seaport KR 35.08 128.80 Asia/Seoul KRPUS - 釜山新港|Busan New Port|Новый порт Пусан
incheon-port seaport KR 37.45 126.60 Asia/Seoul KRINC - 仁川港|Incheon Port|Порт Инчхон
incheon-airport airport KR 37.47 126.45 Asia/Seoul KRICN ICN 仁川机场|Incheon Airport|Аэропорт Инчхон
los-angeles-port seaport US 33.74 -118.26 America/Los_Angeles USLAX - 洛杉矶港|Los Angeles Port|Порт Лос-Анджелес
oakland-port seaport US 37.80 -122.32 America/Los_Angeles USOAK - 奥克兰港（美国）|Oakland Port|Порт Окленд (США)
newark-port seaport US 40.68 -74.15 America/New_York USPNJ - 纽瓦克港|Port Newark|Порт Ньюарк
los-angeles-airport airport US 33.94 -118.41 America/Los_Angeles - LAX 洛杉矶机场|Los Angeles Airport|Аэропорт Лос-Анджелес
chicago-ohare airport US 41.98 -87.90 America/Chicago - ORD 芝加哥奥黑尔机场|Chicago O’Hare Airport|Аэропорт Чикаго-О’Хара
new-york-jfk airport US 40.64 -73.78 America/New_York USJFK JFK 纽约肯尼迪机场|New York JFK Airport|Аэропорт Нью-Йорк-Кеннеди
san-francisco-airport airport US 37.62 -122.38 America/Los_Angeles - SFO 旧金山机场|San Francisco Airport|Аэропорт Сан-Франциско
vancouver-port seaport CA 49.29 -123.08 America/Vancouver CAVAN - 温哥华港|Vancouver Port|Порт Ванкувер
vancouver-airport airport CA 49.19 -123.18 America/Vancouver - YVR 温哥华机场|Vancouver Airport|Аэропорт Ванкувер
toronto-pearson airport CA 43.68 -79.63 America/Toronto CAYYZ YYZ 多伦多皮尔逊机场|Toronto Pearson Airport|Аэропорт Торонто-Пирсон
brampton-rail rail-terminal CA 43.77 -79.68 America/Toronto - - 多伦多布兰普顿|Toronto Brampton Intermodal|Торонто-Брамптон
manzanillo-port seaport MX 19.07 -104.30 America/Mexico_City MXZLO - 曼萨尼约港|Manzanillo Port|Порт Мансанильо
mexico-city-airport airport MX 19.44 -99.07 America/Mexico_City MXMEX MEX 墨西哥城机场|Mexico City Airport|Аэропорт Мехико
callao-port seaport PE -12.05 -77.15 America/Lima PECLL - 卡亚俄港|Callao Port|Порт Кальяо
chancay-port seaport PE -11.59 -77.27 America/Lima PECHY - 钱凯港|Chancay Port|Порт Чанкай
santos-port seaport BR -23.96 -46.30 America/Sao_Paulo BRSSZ - 桑托斯港|Santos Port|Порт Сантус
sao-paulo-guarulhos airport BR -23.44 -46.47 America/Sao_Paulo BRGRU GRU 圣保罗瓜鲁柳斯机场|São Paulo Guarulhos Airport|Аэропорт Сан-Паулу-Гуарульюс
sydney-port seaport AU -33.97 151.22 Australia/Sydney AUPBT - 悉尼植物学湾港|Sydney Port Botany|Порт Сидней-Ботани
melbourne-port seaport AU -37.82 144.92 Australia/Melbourne AUPOR - 墨尔本港|Melbourne Port|Порт Мельбурн
sydney-airport airport AU -33.95 151.18 Australia/Sydney - SYD 悉尼机场|Sydney Airport|Аэропорт Сидней
melbourne-airport airport AU -37.67 144.84 Australia/Melbourne - MEL 墨尔本机场|Melbourne Airport|Аэропорт Мельбурн
durban-port seaport ZA -29.88 31.02 Africa/Johannesburg ZADUR - 德班港|Durban Port|Порт Дурбан
city-deep rail-terminal ZA -26.23 28.07 Africa/Johannesburg ZACTD - 约翰内斯堡城深旱港|City Deep (Johannesburg)|Сити-Дип (Йоханнесбург)
johannesburg-airport airport ZA -26.14 28.25 Africa/Johannesburg - JNB 约翰内斯堡机场|Johannesburg OR Tambo Airport|Аэропорт Йоханнесбург
kathmandu-airport airport NP 27.70 85.36 Asia/Kathmandu NPKTM KTM 加德满都机场|Kathmandu Airport|Аэропорт Катманду
`;

/** UN/LOCODE of cities overseas, by their key in the gazetteer. */
export const cityCodeRows = `
new-york USNYC
san-francisco USSFO
los-angeles USLAX
chicago USCHI
toronto CATOR
vancouver CAVAN
montreal CAMTR
mexico-city MXMEX
lima PELIM
sao-paulo BRSAO
rio-de-janeiro BRRIO
london GBLON
manchester GBMNC
paris FRPAR
milan ITMIL
madrid ESMAD
barcelona ESBCN
berlin DEBER
hamburg DEHAM
duisburg DEDUI
frankfurt DEFRA
nuremberg DENUE
amsterdam NLAMS
rotterdam NLRTM
tilburg NLTLB
brussels BEBRU
vienna ATVIE
prague CZPRG
budapest HUBUD
warsaw PLWAW
lodz PLLOD
belgrade RSBEG
athens GRATH
minsk BYMSQ
moscow RUMOW
saint-petersburg RULED
yekaterinburg RUYEK
novosibirsk RUOVB
vladivostok RUVVO
almaty KZALA
tashkent UZTAS
istanbul TRIST
dubai AEDXB
abu-dhabi AEAUH
riyadh SARUH
bangkok THBKK
kuala-lumpur MYKUL
singapore SGSIN
manila PHMNL
jakarta IDJKT
hanoi VNHAN
ho-chi-minh-city VNSGN
vientiane LAVTE
tokyo JPTYO
yokohama JPYOK
osaka JPOSA
seoul KRSEL
incheon KRINC
ulaanbaatar MNULN
sydney AUSYD
melbourne AUMEL
johannesburg ZAJNB
cape-town ZACPT
hong-kong HKHKG
`;
