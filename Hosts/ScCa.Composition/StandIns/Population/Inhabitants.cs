using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Composition.StandIns.Population;

/// <summary>Makes up holders, whose names say that they are made up.</summary>
internal sealed class Inhabitants(PolicyBook policies, Dice dice, LocalDate first, LocalDate last)
{
    private const int LateDays = 10;
    private const string CreditCodeLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string IdCheckLetters = "0123456789X";
    private const string Digits = "零一二三四五六七八九";
    private static readonly ImmutableArray<string> Places = ["成都", "绵阳", "德阳", "宜宾", "泸州", "乐山", "南充", "自贡"];
    private static readonly ImmutableArray<string> Trades = ["建材", "医药", "农业", "物流", "咨询", "科技", "食品", "工程"];
    private static readonly ImmutableArray<string> Forms = ["有限公司", "合作社", "服务中心", "集团"];

    public IReadOnlyList<Inhabitant> Make(int count) => [.. Enumerable.Range(1, count).Select(One)];

    private Inhabitant One(int number)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        var platform = dice.Of([.. policies.Policies.Select(p => p.Id).Distinct()], $"{id}:platform");
        var versions = policies.Policies.Where(p => p.Id == platform).ToList();
        var from = LocalDate.Max(first, versions[0].EffectiveFrom);
        // Some come in the last days, so that there is always something under way.
        var appliesOn = dice.Happens(8, $"{id}:is-late")
            ? last.PlusDays(-dice.Of(LateDays, $"{id}:late"))
            : from.PlusDays(dice.Of(Math.Max(1, Period.DaysBetween(from, last)), $"{id}:applies-on"));
        var role = dice.Of(policies.InEffect(platform, appliesOn)!.Roles, $"{id}:role");
        var unit = role.Holder == HolderKind.Unit || role.BelongsToUnit;
        return new Inhabitant(number, platform, role, appliesOn)
        {
            Unit = unit ? UnitName(number, id) : null,
            CreditCode = unit ? Code(number) : null,
            Person = role.Holder == HolderKind.Unit ? null : $"演示{string.Concat(id.Select(d => Digits[d - '0']))}",
            IdNumber = role.Holder == HolderKind.Unit ? null : IdNumber(number),
            Phone = $"1390{number.ToString("D7", CultureInfo.InvariantCulture)}",
            Fate = dice.Of(100, $"{id}:fate") switch
            {
                < 3 => NewFate.Withdrawn,
                < 5 => NewFate.Rejected,
                < 8 => NewFate.Forgotten,
                _ => NewFate.Issued,
            },
        };
    }

    private string UnitName(int number, string id) => string.Create(
        CultureInfo.InvariantCulture, $"{dice.Of(Places, $"{id}:place")}{dice.Of(Trades, $"{id}:trade")}（演示）{number}号{dice.Of(Forms, $"{id}:form")}");

    private static string Code(int number) =>
        CheckedBy(string.Create(CultureInfo.InvariantCulture, $"91510100MA7{number:D6}"), CreditCodeLetters, c => CreditCode.TryParse(c) is not null);

    // Born on days of 1900: nobody who could have been has this number any more.
    private static string IdNumber(int number)
    {
        var born = new LocalDate(1900, 1, 1).PlusDays(number / 1000);
        var begun = string.Create(CultureInfo.InvariantCulture, $"510100{born.Year}{born.Month:D2}{born.Day:D2}{number % 1000:D3}");
        return CheckedBy(begun, IdCheckLetters, IsIdNumber);
    }

    private static string CheckedBy(string begun, string letters, Func<string, bool> isRight) => letters.Select(c => begun + c).First(isRight);

    // GB 11643-1999 §4.2: weights 2^(18-i) mod 11; the whole sums to 1 mod 11.
    private static bool IsIdNumber(string number)
    {
        var sum = 0;
        for (var i = 0; i < 18; i++)
            sum += (number[i] == 'X' ? 10 : number[i] - '0') * ((1 << (17 - i)) % 11);
        return sum % 11 == 1;
    }
}
