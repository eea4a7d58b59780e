/**
 * Judged queries, one a line: language, manner | what is typed | what answers it, with a grade.
 * Manners: plain words; trad (traditional characters); pinyin; initials; typo; code; facet (place, class, storage in
 * words); field (`sku 17`: the SKU of the 17th product in the order of SKUs); none (nothing may be found).
 * An answer is a kind (`anyue-lemon`), a category (`@tea`), a place by the start of its code (`^5101`), a storage class
 * (`%chilled`) or a tariff heading by its start (`#2103`); `+` joins conditions. 3 is what was asked for, 2 nearly that,
 * 1 related. Where several hold for a product the highest counts.
 */
export const queryRows = `
zh plain | 豆瓣 | pixian-doubanjiang=3 mapo-tofu-sauce=1
zh plain | 豆瓣酱 | pixian-doubanjiang=3 mapo-tofu-sauce=1
zh plain | 郫县豆瓣 | pixian-doubanjiang=3
zh plain | 辣椒酱 | chilli-sauce=3 pixian-doubanjiang=1
zh plain | 红油 | chilli-oil=3 pixian-doubanjiang=2 fermented-tofu=1
zh plain | 油泼辣子 | chilli-oil=3
zh plain | 麻婆豆腐 | mapo-tofu-sauce=3
zh plain | 鱼香肉丝 | fish-fragrant-sauce=3
zh plain | 酸菜鱼 | pickled-fish-seasoning=3
zh plain | 豆豉 | yongchuan-douchi=3
zh plain | 腐乳 | fermented-tofu=3
zh plain | 火锅底料 | @hotpot-bases=3
zh plain | 火锅 | @hotpot-bases=3 self-heating-hotpot=3 dipping-spice=2 frozen-crispy-pork=1
zh plain | 牛油火锅底料 | hotpot-base-tallow=3 hotpot-base-plant=1 hotpot-base-tomato=1
zh plain | 清油底料 | hotpot-base-plant=3
zh plain | 不辣火锅底料 | hotpot-base-tomato=3
zh plain | 自热火锅 | self-heating-hotpot=3
zh plain | 花椒 | hanyuan-sichuan-pepper=3 jiangjin-green-pepper=3 rattan-pepper-oil=1
zh plain | 青花椒 | jiangjin-green-pepper=3
zh plain | 汉源花椒 | hanyuan-sichuan-pepper=3
zh plain | 干辣椒 | erjingtiao-chilli=3 facing-heaven-chilli=2
zh plain | 二荆条 | erjingtiao-chilli=3
zh plain | 辣椒面 | chilli-powder=3 dipping-spice=2
zh plain | 藤椒油 | rattan-pepper-oil=3
zh plain | 菜籽油 | rapeseed-oil=3
zh plain | 醋 | baoning-vinegar=3
zh plain | 井盐 | zigong-well-salt=3
zh plain | 泡菜 | dongpo-pao-cai=3 fresh-pao-cai=3 zigong-well-salt=1 longchang-pottery=1 @pickles=1
zh plain | 榨菜 | fuling-zhacai=3
zh plain | 芽菜 | yibin-yacai=3
zh plain | 竹笋 | bamboo-shoots=3
zh plain | 魔芋爽 | konjac=3
zh plain | 木耳 | wood-ear=3 white-fungus=2
zh plain | 银耳 | white-fungus=3
zh plain | 香菇 | shiitake=3
zh plain | 松茸 | matsutake=3
zh plain | 柠檬 | anyue-lemon=3 tongnan-lemon=3
zh plain | 安岳柠檬 | anyue-lemon=3
zh plain | 脐橙 | fengjie-orange=3
zh plain | 血橙 | zizhong-blood-orange=3
zh plain | 丑橘 | danleng-tangor=3
zh plain | 红心猕猴桃 | kiwifruit=3
zh plain | 奇异果 | kiwifruit=3
zh plain | 芒果 | panzhihua-mango=3
zh plain | 石榴 | huili-pomegranate=3
zh plain | 车厘子 | hanyuan-cherry=3
zh plain | 核桃 | walnut=3 hechuan-taopian=2
zh plain | 绿茶 | emei-tea=3 yongchuan-xiuya=3 @tea=1
zh plain | 茉莉花茶 | jasmine-tea=3
zh plain | 红茶 | sichuan-black-tea=3
zh plain | 藏茶 | yaan-dark-tea=3
zh plain | 苦荞茶 | tartary-buckwheat-tea=3
zh plain | 白酒 | @baijiu=3
zh plain | 五粮液 | yibin-baijiu=3
zh plain | 小面 | chongqing-noodles=3
zh plain | 酸辣粉 | hot-sour-vermicelli=3
zh plain | 燃面 | dandan-noodles=3
zh plain | 冷吃兔 | cold-eaten-rabbit=3
zh plain | 香肠 | sichuan-sausage=3
zh plain | 腊肉 | chengkou-bacon=3
zh plain | 牛肉干 | langzhong-beef=3
zh plain | 鱼子酱 | tianquan-caviar=3
zh plain | 蜂蜜 | sichuan-honey=3
zh plain | 怪味胡豆 | strange-flavour-beans=3
zh plain | 米花糖 | jiangjin-rice-candy=3
zh plain | 彩灯 | zigong-lantern=3 solar-lantern=2
zh plain | 灯笼 | paper-lantern=3 solar-lantern=3 zigong-lantern=2
zh plain | 蜀绣 | shu-embroidery=3
zh plain | 竹编 | qingshen-bamboo=3 paper-lantern=1
zh plain | 泡菜坛 | longchang-pottery=3
zh plain | 年画 | mianzhu-print=3
zh plain | 熊猫玩偶 | panda-toy=3
zh plain | 蚕丝被 | silk-quilt=3
zh plain | 菜刀 | dazu-knives=3
zh plain | 太阳能板 | pv-module=3
zh plain | 锂电池 | li-ion-battery=3
zh plain | 新能源汽车 | electric-car=3 plug-in-hybrid-car=2
zh plain | 摩托车 | motorcycle=3
zh plain | 无人机 | agricultural-drone=3
zh plain | 笔记本电脑 | laptop=3
zh plain | 钛白粉 | titanium-dioxide=3
zh trad | 豆瓣醬 | pixian-doubanjiang=3 mapo-tofu-sauce=1
zh trad | 郫縣豆瓣 | pixian-doubanjiang=3
zh trad | 火鍋底料 | @hotpot-bases=3
zh trad | 安岳檸檬 | anyue-lemon=3
zh trad | 綠茶 | emei-tea=3 yongchuan-xiuya=3 @tea=1
zh trad | 銀耳 | white-fungus=3
zh trad | 蜀錦 | shu-brocade=3
zh trad | 鋰電池 | li-ion-battery=3
zh trad | 自貢燈籠 | ^5103+@lanterns=3 @lanterns=1
zh trad | 臘肉 | chengkou-bacon=3
zh trad | 筆記本電腦 | laptop=3
zh trad | 豬肉 香腸 | sichuan-sausage=3
zh pinyin | doubanjiang | pixian-doubanjiang=3 mapo-tofu-sauce=1
zh pinyin | dou ban jiang | pixian-doubanjiang=3 mapo-tofu-sauce=1
zh pinyin | pixian douban | pixian-doubanjiang=3
zh pinyin | huoguo diliao | @hotpot-bases=3
zh pinyin | huajiao | hanyuan-sichuan-pepper=3 jiangjin-green-pepper=3 rattan-pepper-oil=1
zh pinyin | zhacai | fuling-zhacai=3
zh pinyin | pao cai | dongpo-pao-cai=3 fresh-pao-cai=3 zigong-well-salt=1 longchang-pottery=1 @pickles=1
zh pinyin | ningmeng | anyue-lemon=3 tongnan-lemon=3
zh pinyin | anyue ningmeng | anyue-lemon=3
zh pinyin | lvcha | emei-tea=3 yongchuan-xiuya=3 @tea=1
zh pinyin | lücha | emei-tea=3 yongchuan-xiuya=3 @tea=1
zh pinyin | mihoutao | kiwifruit=3
zh pinyin | mangguo | panzhihua-mango=3
zh pinyin | baijiu | @baijiu=3
zh pinyin | xiaomian | chongqing-noodles=3
zh pinyin | suanlafen | hot-sour-vermicelli=3
zh pinyin | lengchitu | cold-eaten-rabbit=3
zh pinyin | shuxiu | shu-embroidery=3
zh pinyin | motuoche | motorcycle=3
zh pinyin | tengjiao you | rattan-pepper-oil=3
zh pinyin | Mèngdǐng gānlù | mengding-tea=3
zh initials | dbj | pixian-doubanjiang=3 mapo-tofu-sauce=1
zh initials | pxdb | pixian-doubanjiang=3
zh initials | hgdl | @hotpot-bases=3
zh initials | nm | anyue-lemon=3 tongnan-lemon=3
zh initials | aynm | anyue-lemon=3
zh initials | zgcd | zigong-lantern=3
zh initials | slf | hot-sour-vermicelli=3
zh initials | flzc | fuling-zhacai=3
zh typo | 豆办酱 | pixian-doubanjiang=3 mapo-tofu-sauce=1
zh typo | 安月柠檬 | anyue-lemon=3
zh typo | 涪凌榨菜 | fuling-zhacai=3
zh typo | 弥猴桃 | kiwifruit=3
zh typo | doubanjang | pixian-doubanjiang=3 mapo-tofu-sauce=1
zh typo | huajioa | hanyuan-sichuan-pepper=3 jiangjin-green-pepper=3 rattan-pepper-oil=1
en plain | chilli bean paste | pixian-doubanjiang=3
en plain | toban djan | pixian-doubanjiang=3
en plain | chili sauce | chilli-sauce=3
en plain | chilli sauces | chilli-sauce=3
en plain | chili oil | chilli-oil=3
en plain | mapo tofu | mapo-tofu-sauce=3
en plain | black beans | yongchuan-douchi=3
en plain | hotpot base | @hotpot-bases=3
en plain | vegan hot pot | hotpot-base-plant=3
en plain | Szechuan pepper | hanyuan-sichuan-pepper=3
en plain | Sichuan peppercorns | hanyuan-sichuan-pepper=3 jiangjin-green-pepper=3
en plain | dried chillies | erjingtiao-chilli=3 facing-heaven-chilli=2
en plain | black vinegar | baoning-vinegar=3
en plain | pickled mustard | fuling-zhacai=3 pickled-fish-seasoning=2
en plain | bamboo shoots | bamboo-shoots=3
en plain | wood ear mushrooms | wood-ear=3
en plain | snow fungus | white-fungus=3
en plain | shiitake | shiitake=3
en plain | lemons | anyue-lemon=3 tongnan-lemon=3
en plain | fresh lemon | anyue-lemon=3
en plain | navel oranges | fengjie-orange=3
en plain | blood orange | zizhong-blood-orange=3
en plain | kiwi | kiwifruit=3
en plain | mangoes | panzhihua-mango=3
en plain | pomegranate | huili-pomegranate=3
en plain | walnuts | walnut=3 hechuan-taopian=2
en plain | green tea | emei-tea=3 naxi-early-tea=3 pujiang-queshe-tea=3 yongchuan-xiuya=3 jasmine-tea=2
en plain | jasmine tea | jasmine-tea=3
en plain | sorghum spirit | luzhou-baijiu=3
en plain | instant noodles | chongqing-noodles=3
en plain | glass noodles | hot-sour-vermicelli=3
en plain | pork sausage | sichuan-sausage=3
en plain | beef jerky | langzhong-beef=3
en plain | caviar | tianquan-caviar=3
en plain | honey | sichuan-honey=3
en plain | lanterns | @lanterns=3
en plain | silk embroidery | shu-embroidery=3
en plain | bamboo basket | qingshen-bamboo=3
en plain | plush panda | panda-toy=3
en plain | silk duvet | silk-quilt=3
en plain | solar panels | pv-module=3
en plain | lithium battery | li-ion-battery=3
en plain | electric vehicles | electric-car=3
en plain | motorbikes | motorcycle=3
en plain | crop-spraying drone | agricultural-drone=3
en plain | notebook computer | laptop=3
en plain | denture | artificial-teeth=3
en typo | lemmon | anyue-lemon=3 tongnan-lemon=3
en typo | shitake | shiitake=3
en typo | pomegranite | huili-pomegranate=3
en typo | hotpott | @hotpot-bases=3 self-heating-hotpot=3
en typo | embroidary | shu-embroidery=3
en typo | batery | li-ion-battery=3
ru plain | дубаньцзян | pixian-doubanjiang=3 mapo-tofu-sauce=1
ru plain | доубаньцзян | pixian-doubanjiang=3 mapo-tofu-sauce=1
ru plain | паста из бобов | pixian-doubanjiang=3
ru plain | соус чили | chilli-sauce=3
ru plain | масло чили | chilli-oil=3
ru plain | основа для хого | @hotpot-bases=3
ru plain | сычуаньский перец | hanyuan-sichuan-pepper=3 jiangjin-green-pepper=3
ru plain | хуацзяо | hanyuan-sichuan-pepper=3 jiangjin-green-pepper=3 rattan-pepper-oil=1
ru plain | чжацай | fuling-zhacai=3
ru plain | соленья | dongpo-pao-cai=3 zigong-well-salt=1 longchang-pottery=1 @pickles=2
ru plain | лимоны | anyue-lemon=3 tongnan-lemon=3
ru plain | лимонов из Аньюэ | anyue-lemon=3
ru plain | апельсины | fengjie-orange=3 zizhong-blood-orange=3
ru plain | киви | kiwifruit=3
ru plain | гранат | huili-pomegranate=3
ru plain | грецкие орехи | walnut=3
ru plain | зелёный чай | emei-tea=3 naxi-early-tea=3 yongchuan-xiuya=3 jasmine-tea=2
ru plain | зеленый чай с жасмином | jasmine-tea=3
ru plain | гречишный чай | tartary-buckwheat-tea=3
ru plain | байцзю | @baijiu=3
ru plain | лапша быстрого приготовления | chongqing-noodles=3
ru plain | муэр | wood-ear=3
ru plain | шиитаке | shiitake=3
ru plain | чёрная икра | tianquan-caviar=3
ru plain | мёд | sichuan-honey=3
ru plain | фонари | zigong-lantern=3 paper-lantern=2 solar-lantern=3
ru plain | вышивка шёлком | shu-embroidery=3
ru plain | солнечные панели | pv-module=3
ru plain | электромобили | electric-car=3
ru plain | мотоциклы | motorcycle=3
ru plain | ноутбук | laptop=3
ru plain | зубные протезы | artificial-teeth=3
ru plain | коленвал | crankshaft=3
ru plain | уксус | baoning-vinegar=3
ru plain | рапсовое масло | rapeseed-oil=3
ru plain | фунчоза | hot-sour-vermicelli=3
ru plain | кролик | cold-eaten-rabbit=3
ru plain | мягкая игрушка панда | panda-toy=3
ru plain | шёлковое одеяло | silk-quilt=3
ru plain | ножи | dazu-knives=3
ru plain | литиевая батарея | li-ion-battery=3
ru plain | тепловозы | locomotive=3
ru plain | диоксида титана | titanium-dioxide=3
ru plain | мотоблок | tiller=3
ru typo | дубанзян | pixian-doubanjiang=3 mapo-tofu-sauce=1
ru typo | лимонн | anyue-lemon=3 tongnan-lemon=3
ru typo | электромобль | electric-car=3
ru typo | шитаке | shiitake=3
zh code | 210390 | #210390=3
zh code | 2103.90 | #210390=3
zh code | 0805 | #0805=3
en code | 940542 | #940542=3
en code | 0902 10 | #090210=3
ru code | 854143 | #854143=3
zh field | sku 17 | this=3
zh field | sku 4321 | this=3
en field | gtin 99 | this=3
ru field | gtin 2500 | this=3
zh facet | 成都 茶 | ^5101+@tea=3 @tea=1
zh facet | 眉山泡菜 | ^5114+dongpo-pao-cai=3 dongpo-pao-cai=2
zh facet | 重庆 火锅底料 | ^50+@hotpot-bases=3 @hotpot-bases=2
zh facet | 自贡 | ^5103=3
zh facet | 攀枝花 芒果 | panzhihua-mango=3
zh facet | 酱料调味料 | @sauces=3
zh facet | 菌菇 | @mushrooms=3
en facet | Chengdu tea | ^5101+@tea=3 @tea=1
en facet | Chongqing noodles | chongqing-noodles=3
en facet | spices | @spices=3
en facet | fresh fruit | @fresh-fruit=3
ru facet | пряности | @spices=3
ru facet | чай Чэнду | ^5101+@tea=3 @tea=1
ru facet | свежие фрукты | @fresh-fruit=3
zh pinyin | douba | pixian-doubanjiang=3 mapo-tofu-sauce=1
en plain | hot pot | @hotpot-bases=3 self-heating-hotpot=3
ru plain | чаем | @tea=3
ru plain | сычуаньского перца | hanyuan-sichuan-pepper=3 jiangjin-green-pepper=3
ru plain | литиевые батареи | li-ion-battery=3
zh none | 厨师 | !
zh none | 莫斯科 | !
zh none | 律师 | !
zh none | 媒体 | !
zh none | 买家 | !
zh none | 仓库 | !
zh none | 挪威三文鱼刺身 | !
zh none | zzzqqq | !
zh none | fljc | !
en none | submarine periscope | !
en none | xkcdvbnmq | !
ru none | рояль концертный | !
zh none | 9999999999994 | !
`;
