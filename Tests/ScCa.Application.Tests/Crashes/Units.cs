using ScCa.Application.Hall;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Tests.Crashes;

/// <summary>The units and people that live in these worlds. None of them exists.</summary>
internal static class Units
{
    public const string HandlerName = TestSystem.HandlerName;

    public static readonly string[] CreditCodes = [TestSystem.CreditCode, "91350100M000100Y43"];
    public static readonly string[] Names = [TestSystem.HolderName, "四川锦绣咨询有限公司"];
    public static readonly string[] FurtherNames = ["丙公司", "丁公司"];
    public static readonly string[] PersonNumbers = [TestLives.ExpertNumber, "510104197503041019"];
    public static readonly string[] PersonNames = [TestLives.ExpertName, "欧阳评标"];

    public static string PhoneOf(int which) => $"1381234567{which}";

    public static ApplyForm OfUnit(string id, int unit, int phone) =>
        new(id, "gov-procurement", "supplier", Names[unit], CreditCodes[unit], 1, HandlerName, PhoneOf(phone), TestSystem.PostalAddress);

    public static ApplyForm OfPerson(string id, int person) => OfUnit(id, 0, 5 + person) with
    {
        Role = "expert", HolderName = null, CreditCode = null, PersonName = PersonNames[person], IdNumber = PersonNumbers[person], HandlerName = PersonNames[person],
    };

    /// <summary>On a platform that posts once a week, and only where the unit has applied for its account.</summary>
    public static ApplyForm Weekly(string id, int unit, int phone) => OfUnit(id, unit, phone) with
    {
        Platform = "pharma-procurement", Role = "enterprise-unit", Channel = nameof(Channel.Window), SealPictures = [TestSystem.DigestOf("seal").Value],
    };
}
