using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Web.Forms;
using ScCa.Web.Security;
using ScCa.Web.Wording;

namespace ScCa.Web.Pages.Staff;

/// <summary>What happened per platform and day: one figure as a chart, all of them as tables.</summary>
internal sealed class FiguresModel(FiguresDesk desk, StaffGate gate, SelfServiceHall hall, PageTexts texts, IClock clock) : FormPage
{
    public const int DaysMax = 92;
    private const int DaysAtFirst = 30;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Measure { get; set; }

    public bool IsPermitted { get; private set; }

    public FiguresMeasure Drawn => FiguresMeasure.Named(Measure);

    public IReadOnlyList<FiguresRow> Rows { get; private set; } = [];

    public FiguresChart? Chart { get; private set; }

    public string PlatformName(Words words, string platform) => hall.Platforms().ById(platform) is { } known ? words.Of(known.Name) : platform;

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        if (await gate.Refusal(User.StaffId(), nameof(FiguresDesk), nameof(FiguresDesk.Between), cancellation) is { } barred)
            return Refuse(barred);
        IsPermitted = true;
        var today = Words.DateOf(clock.GetCurrentInstant());
        To = string.IsNullOrEmpty(To) ? LocalDatePattern.Iso.Format(today) : To;
        if (LocalDatePattern.Iso.Parse(To) is not { Success: true, Value: var to })
            return Refuse(PageRefusals.PeriodMalformed(DaysMax, texts));
        From = string.IsNullOrEmpty(From) ? LocalDatePattern.Iso.Format(to.PlusDays(1 - DaysAtFirst)) : From;
        if (LocalDatePattern.Iso.Parse(From) is not { Success: true, Value: var from } || from > to || Period.DaysBetween(from, to) >= DaysMax)
            return Refuse(PageRefusals.PeriodMalformed(DaysMax, texts));
        var figures = await desk.Between(from, to, User.StaffId(), cancellation);
        if (figures.IsRefused)
            return Refuse(figures.Refusal);
        Rows = figures.Value;
        Chart = Rows.Count > 0 ? FiguresChart.Of(Rows, from, to, Drawn) : null;
        return Page();
    }
}
