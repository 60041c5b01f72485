using System.Collections.Immutable;
using ScCa.Application.Help;
using ScCa.Domain.Help;

namespace ScCa.Domain.Tests.Help;

/// <summary>The messages that platforms and hall are known to show, as published, and texts that are none.</summary>
internal static class KnownMessages
{
    public static HelpCatalogue Catalogue { get; } = HelpLoader.LoadShipped();

    /// <summary>Each with the entry that helps.</summary>
    public static ImmutableArray<(string Message, string Entry)> All { get; } =
    [
        ("未检测到国标印章或者签章能力检测待升级", "gov-seal-not-upgraded"),
        ("检测到您的证书已过期，无法使用", "gov-certificate-expired"),
        ("当前用户所属机构与key信息不一致", "gov-unit-differs-from-key"),
        ("[ocal]KT_ ReadSealDatas:获取厂家印章数据失败", "gov-seal-data-unreadable"),
        ("[local]KT_ ReadSealDatas:获取厂家印章数据失败", "gov-seal-data-unreadable"),
        ("CA证书读取错误！未插入CA证书UKey或插入UKey无法使用，请联系UKey办理的CA厂商！", "gov-certificate-unreadable"),
        ("CA未绑定或登录入口不正确", "gov-not-bound"),
        ("未知错误", "gov-unknown-error"),
        ("未注册账号或者未激活绑定证书", "trading-account-not-active"),
        ("account not registered or binding not activated", "trading-account-not-active"),
        ("初始化签名证书选择模式失败!", "trading-selection-mode"),
        ("未检测到签章，请确认是否是主锁", "trading-seal-not-found"),
        ("签章软件未识别到USB-KEY,在确认USB-KEY驱动运行正常的情况下,插入USB-KEY或更换到计算机其他USB插口", "trading-seal-not-found"),
        ("钥匙盘已过期，不能获取签章信息", "trading-seal-expired"),
        ("签章已超出安全使用期限，请及时联系签章发放单位进行年检操作。", "trading-seal-inspection"),
        ("未检测到 KEY 或者您的更新/变更业务正在办理，请到进度查询进行查看", "key-not-found-or-application-open"),
        ("签名失败请重试!", "signing-failed"),
        ("插件异常", "hrss-plug-in"),
        ("数字证书安全控件-ftsccactrl V3:未安装", "hrss-control-missing"),
        ("请确认 ca 证书是否安装正确！", "pharma-certificate-not-found"),
        ("未检测到 Ca 证书", "pharma-certificate-not-found"),
        ("列举证书错误", "pharma-listing-fails"),
        ("initial PIN", "pin-initial"),
        ("change PIN", "pin-change"),
        ("forgotten PIN", "pin-locked"),
        ("locked PIN", "pin-locked"),
        ("证书初始密码是多少", "pin-initial"),
        ("修改证书密码", "pin-change"),
        ("忘记证书密码", "pin-locked"),
    ];

    /// <summary>What people also write, here and elsewhere.</summary>
    public static ImmutableArray<string> Unrelated { get; } =
    [
        "今天天气真好，我们去公园散步吧", "请问你们公司几点上班", "我想订一张明天去北京的火车票", "这道菜怎么做才好吃", "孩子的作业还没有写完", "明天下午三点开会",
        "快递什么时候能送到", "发票抬头写错了怎么办", "请问新办证书要多少钱", "两年期的证书有优惠吗", "在哪里可以停车", "你们的窗口周末开门吗",
        "经办人换人了要带什么材料", "营业执照需要原件还是复印件", "对公转账的账户是哪个", "转账以后多久能到账", "我们单位的地址搬到高新区了", "想咨询一下电子合同怎么签",
        "请把会议纪要发给大家", "昨晚的足球比赛谁赢了", "手机没电了借个充电器", "周末一起去爬山怎么样", "这本书写得非常精彩", "电影院附近有好吃的餐馆吗",
        "我的包裹三天了还没有到", "请帮我预订两间双人房", "下个月要去上海出差", "这件衣服有没有大一号的", "医生说要多喝水多休息", "会议室的投影仪坏了",
        "请大家按时提交季度报告", "新同事下周一入职", "食堂今天有红烧肉", "地铁二号线停运到几点", "他的普通话说得很标准", "老师布置了三篇作文",
        "春节放假安排什么时候公布", "采购合同需要三方签字", "投标文件请于周五前送达", "评标结果将在网站公示", "社保缴费基数今年调整了吗", "药品配送需要冷链车辆",
        "农村土地流转价格是多少", "请给我开一张收据", "电梯正在维修请走楼梯", "图书馆晚上十点闭馆", "这个项目的预算是三百万元", "请在左侧菜单选择业务类型",
        "我忘了带雨伞", "你好，在吗", "谢谢，问题已经解决了",
        // Near misses: half of a short message, and words that many messages share.
        "知错就改", "错误很少", "未知号码来电", "异常天气预警", "我不知道错误在哪里", "请确认收货地址是否正确", "初始化电脑需要多久", "数字证书是什么", "什么是数字证书",
        "数字证书多少钱", "签名活动在下午举行", "登录入口在网站首页", "当前用户已经退出", "安全使用燃气须知", "插入图片和表格", "进度条一直不动",
        "The meeting has been moved to Thursday afternoon", "Where can I park my car near the office?", "Please send me the invoice for last month",
        "How much does a new certificate cost?", "The weather will be fine tomorrow", "I would like to book a table for two", "Thank you, everything works now",
        "When does the window open on Tuesday?", "Our company has moved to a new address", "0123456789", "?!。，；", "",
    ];
}
