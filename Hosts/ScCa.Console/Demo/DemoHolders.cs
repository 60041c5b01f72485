namespace ScCa.Console.Demo;

/// <summary>The holders of the stories. Every name, number and phone is invented.</summary>
internal static class DemoHolders
{
    public static string Hrss { get; } = "hrss";

    public static string Gov { get; } = "gov-procurement";

    public static string Public { get; } = "public-resources";

    public static string Pharma { get; } = "pharma-procurement";

    public static string Rural { get; } = "rural-property";

    public static DemoHolder Employer { get; } = Unit(Hrss, "enterprise", "成都薪火（演示）人力有限公司", "91510100MA6DEM0AAM", "13900000001");

    public static DemoHolder Association { get; } = Unit(Hrss, "social-organisation", "四川同行（演示）协会", "91510100MA6DEM0BBR", "13900000002");

    public static DemoHolder Institution { get; } = Unit(Hrss, "public-institution", "示范县（演示）服务中心", "91510100MA6DEM0CCX", "13900000003");

    public static DemoHolder OtherUnit { get; } = Unit(Hrss, "other-unit", "示范（演示）合作社", "91510100MA6DEM0DD2", "13900000004");

    public static DemoHolder Builder { get; } = Unit(Gov, "supplier", "四川旧章（演示）建筑有限公司", "91510100MA6DEM0EE6", "13900000005");

    public static DemoHolder Agency { get; } = Unit(Gov, "agency", "成都开标（演示）代理有限公司", "91510100MA6DEM0FFA", "13900000006");

    public static DemoHolder Expert { get; } = new(Gov, "expert", null, null, "李演示", "13900000007", "评演示") { Person = "评演示", IdNumber = "510100190001010012" };

    public static DemoHolder Hesitant { get; } = Unit(Gov, "supplier", "成都反悔（演示）商贸有限公司", "91510100MA6DEM0GGE", "13900000008");

    public static DemoHolder Forgetful { get; } = Unit(Gov, "purchaser", "示范区（演示）管理处", "91510100MA6DEM0HHJ", "13900000009");

    public static DemoHolder Bidder { get; } = Unit(Public, "province-centre", "四川投标（演示）集团有限公司", "91510100MA6DEM0JJN", "13900000010");

    public static DemoHolder Drugs { get; } = Unit(Pharma, "enterprise-unit", "成都本草（演示）药业有限公司", "91510100MA6DEM0KKT", "13900000011");

    public static DemoHolder Devices { get; } = Unit(Pharma, "enterprise-unit", "四川耗材（演示）器械有限公司", "91510100MA6DEM0LLY", "13900000012");

    public static DemoHolder Farm { get; } = Unit(Rural, "unit", "成都田园（演示）农业有限公司", "91510100MA6DEM0MM3", "13900000013");

    public static DemoHolder Farmer { get; } = new(Rural, "individual", "成都果园（演示）合作社", "91510100MA6DEM001F", "李演示", "13900000014", "成都果园（演示）合作社")
    {
        Person = "农演示",
        IdNumber = "510100190001010020",
    };

    private static DemoHolder Unit(string platform, string role, string name, string creditCode, string phone) =>
        new(platform, role, name, creditCode, DemoCast.Handler, phone, name);
}
