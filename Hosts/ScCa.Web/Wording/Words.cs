using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Help;
using ScCa.Application.Texts;

namespace ScCa.Web.Wording;

/// <summary>Everything a page says, in the visitor's language.</summary>
internal sealed class Words(PageTexts texts, CurrentLanguage current)
{
    // The business is in Sichuan, whatever clock the visitor or the machine keeps.
    private static readonly Offset Shanghai = Offset.FromHours(8);
    private static readonly LocalDatePattern ChineseDate = LocalDatePattern.CreateWithInvariantCulture("uuuu'年'M'月'd'日'");
    private static readonly LocalDatePattern EnglishDate = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    public Language Language => current.Value;

    public string Tag => CurrentLanguage.TagOf(Language);

    public string this[string key] => texts.Text(Language, key);

    public string this[string key, params ReadOnlySpan<(string Name, object Value)> facts]
    {
        get
        {
            var map = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in facts)
                map.Add(name, Plain(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
            return texts.Fill(Language, key, map);
        }
    }

    public string Of(OfferName name) => name.In(Language);

    public string Of(HelpText text) => text.In(Language);

    public string Of(RefusalText refusal) => refusal.Text(Language);

    public string NextAfter(RefusalText refusal) => refusal.Next(Language);

    /// <summary>A word of the business, or what it is called inside where it has none.</summary>
    public string OrItself(string key, string itself) => texts.Has(key) ? texts.Text(Language, key) : itself;

    public string Date(LocalDate date) => (Language == Language.ZhCn ? ChineseDate : EnglishDate).Format(date);

    public static string Time(Instant instant) => Minute.Format(instant.WithOffset(Shanghai).LocalDateTime);

    /// <summary>When a window serves.</summary>
    public string Opening(OfferWindow window)
    {
        var days = window.Weekdays.IsEmpty ? this["windows.working-days"] : string.Join(this["list"], window.Weekdays.Select(day => this[$"windows.{day}"]));
        var hours = window.Hours.IsEmpty
            ? this["windows.by-date"]
            : string.Join(this["list"], window.Hours.Select(h => $"{TimeOfDay.Format(h.From)}–{TimeOfDay.Format(h.Until)}"));
        return $"{days} {hours}";
    }

    /// <summary>When a visit is booked for: midnight is a window that is booked by date.</summary>
    public string Visit(LocalDateTime visit) => visit.TimeOfDay == LocalTime.Midnight ? Date(visit.Date) : Minute.Format(visit);

    public string Years(int years) => this[years == 1 ? "years-one" : "years", ("years", years)];

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public string Yuan(string amount) => this["amount", ("yuan", amount)];

    /// <summary>A price of a list: where nothing is published, nothing is charged, and the list says so.</summary>
    public string Price(string amount) => amount == "0.00" ? this["home.unpublished"] : Yuan(amount);

    public static LocalDate DateOf(Instant instant) => instant.WithOffset(Shanghai).Date;

    public static Instant InShanghai(LocalDateTime time) => time.WithOffset(Shanghai).ToInstant();

    // The catalogue takes a leading @ for the name of a word; what people typed is never one.
    private static string Plain(string text) => text is ['@', ..] ? $"@{text}" : text;
}
