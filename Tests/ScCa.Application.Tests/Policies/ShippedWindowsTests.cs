using NodaTime;
using NodaTime.Text;
using ScCa.Application.Policies;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Application.Tests.Policies;

/// <summary>When the windows that ship are open. They are rules of A5: what the policy offers.</summary>
public sealed class ShippedWindowsTests
{
    private static readonly PolicyBook Book = PolicyLoader.LoadShipped();

    [Theory, Trait("rule", "A5")]
    [InlineData(35, "exchange", "2025-10-07T00:00", "2025-10-14T00:00")]
    [InlineData(35, "exchange", "2026-02-17T00:00", "2026-02-24T00:00")]
    [InlineData(36, "xinchuan", "2025-11-12T12:30", "2025-11-12T13:00")]
    [InlineData(37, "chengnan", "2026-02-13T17:30", "2026-02-14T09:00")]
    [InlineData(37, "chengnan", "2026-02-15T10:00", "2026-02-24T09:00")]
    public void Examples_35_36_37_A5_Outside_its_hours_a_window_names_its_next_opening(int example, string window, string asked, string opening)
    {
        Assert.InRange(example, 35, 37);
        Assert.False(Window(window).IsOpenAt(Time(asked), Book.Calendar));
        Assert.Equal(Time(opening), Window(window).NextOpening(Time(asked), Book.Calendar));
    }

    [Fact, Trait("rule", "A5")]
    public void Example_38_A5_A_make_up_working_saturday_is_open() =>
        Assert.True(Window("chengnan").IsOpenAt(Time("2025-10-11T10:00"), Book.Calendar));

    [Theory, Trait("rule", "A5")]
    [InlineData("chengnan", "2025-11-12T08:59", false)]
    [InlineData("chengnan", "2025-11-12T09:00", true)]
    [InlineData("chengnan", "2025-11-12T12:30", true)]
    [InlineData("chengnan", "2025-11-12T17:29", true)]
    [InlineData("xinchuan", "2025-11-12T11:59", true)]
    [InlineData("xinchuan", "2025-11-12T12:00", false)]
    [InlineData("xinchuan", "2025-11-12T13:00", true)]
    [InlineData("xinchuan", "2025-11-12T17:30", false)]
    [InlineData("exchange", "2025-10-14T15:00", true)]
    [InlineData("exchange", "2025-10-15T15:00", false)]
    // The Sunday that is worked for the holidays is no Tuesday: a Tuesday off has no substitute.
    [InlineData("exchange", "2025-09-28T15:00", false)]
    public void A5_Windows_keep_their_hours(string window, string at, bool open) => Assert.Equal(open, Window(window).IsOpenAt(Time(at), Book.Calendar));

    [Fact]
    public void Windows_are_where_they_are_published()
    {
        Assert.Equal(
            [
                "城南综合服务窗口 成都市高新区交子大道333号中海国际中心E座508",
                "新川综合服务窗口 成都市高新区锦和路1699号AI创新中心二期E3栋1楼大厅",
                "成都农村产权交易所窗口（仅周二） 成都市武侯区锦云西二巷南侧成都交易所大厦2楼",
            ],
            Windows().Select(w => $"{w.Name.ZhCn} {w.Address.ZhCn}"));
    }

    private static WindowPolicy Window(string id) => Windows().Single(w => w.Id.Value == id);

    private static IEnumerable<WindowPolicy> Windows() => Book.Policies.SelectMany(p => p.Windows);

    private static LocalDateTime Time(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;
}
