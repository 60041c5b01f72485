using System.Collections.Immutable;
using System.Globalization;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Inputs;

/// <summary>Refusals of input that never becomes a command. Their texts stand in inputs.zh-CN.json and inputs.en.json.</summary>
public static class RefuseInput
{
    public static Refusal PhoneMalformed() => Of("I1", nameof(PhoneMalformed));

    public static Refusal HolderNameMalformed() => Of("I2", nameof(HolderNameMalformed));

    public static Refusal CreditCodeMalformed() => Of("I3", nameof(CreditCodeMalformed));

    public static Refusal HandlerNameMalformed() => Of("I4", nameof(HandlerNameMalformed));

    public static Refusal ChoiceUnknown(string field) => Of("I5", nameof(ChoiceUnknown), ("field", Named(field)));

    public static Refusal IdMalformed() => Of("I6", nameof(IdMalformed));

    public static Refusal SmsCodeWrong(int attemptsLeft) =>
        Of("I7", nameof(SmsCodeWrong), ("attemptsLeft", attemptsLeft.ToString(CultureInfo.InvariantCulture)));

    public static Refusal SmsCodeExpired() => Of("I7", nameof(SmsCodeExpired));

    public static Refusal SmsCodeTooSoon(int seconds) => Of("I8", nameof(SmsCodeTooSoon), ("seconds", seconds.ToString(CultureInfo.InvariantCulture)));

    public static Refusal SmsNotSent() => Of("I8", nameof(SmsNotSent));

    public static Refusal KeyRequestRefused() => Of("I9", nameof(KeyRequestRefused));

    public static Refusal ChallengeExpired() => Of("I10", nameof(ChallengeExpired));

    public static Refusal PostalAddressMalformed() => Of("I12", nameof(PostalAddressMalformed));

    public static Refusal FormAlreadySubmitted(string certificate) => Of("I13", nameof(FormAlreadySubmitted), ("certificate", certificate));

    public static Refusal TextTooLong(string field, int charactersMax) =>
        Of("I11", nameof(TextTooLong), ("field", Named(field)), ("charactersMax", charactersMax.ToString(CultureInfo.InvariantCulture)));

    public static Refusal StaffNameMalformed() => Of("I14", nameof(StaffNameMalformed));

    public static Refusal PersonNameMalformed() => Of("I15", nameof(PersonNameMalformed));

    public static Refusal IdNumberMalformed() => Of("I16", nameof(IdNumberMalformed));

    public static Refusal ScanNotPossible(string code) => Of("I17", nameof(ScanNotPossible), ("code", code));

    public static Refusal RealPersonNotPossible(string code) => Of("I18", nameof(RealPersonNotPossible), ("code", code));

    public static Refusal SearchTextMalformed() => Of("I19", nameof(SearchTextMalformed));

    public static Refusal PaperNotTaken(int megabytesMax) =>
        Of("I22", nameof(PaperNotTaken), ("megabytesMax", megabytesMax.ToString(CultureInfo.InvariantCulture)));

    public static Refusal PaperNotThere() => Of("I23", nameof(PaperNotThere));

    public static Refusal LabelNotPossible(string code) => Of("I24", nameof(LabelNotPossible), ("code", code));

    public static Refusal AuthorityNotReady() => Of("I25", nameof(AuthorityNotReady));

    public static Refusal PassphraseTooShort(int charactersMin) =>
        Of("F6", nameof(PassphraseTooShort), ("charactersMin", charactersMin.ToString(CultureInfo.InvariantCulture)));

    public static Refusal EnrolmentCodeWrong() => Of("F6", nameof(EnrolmentCodeWrong));

    public static Refusal SignInFailed() => Of("F7", nameof(SignInFailed));

    public static Refusal SignInDelayed(int seconds) => Of("F7", nameof(SignInDelayed), ("seconds", seconds.ToString(CultureInfo.InvariantCulture)));

    public static Refusal RoleAccountNotConfirmed() => Of("I20", nameof(RoleAccountNotConfirmed));

    public static Refusal RoleAccountLocked() => Of("I20", nameof(RoleAccountLocked));

    public static Refusal PlatformNotReached() => Of("I21", nameof(PlatformNotReached));

    public static Refusal SubAccountIsNotBound() => Of("U4", nameof(SubAccountIsNotBound));

    // A field has a name in each language: the texts spell it.
    private static string Named(string field) => $"{FactWord.Prefix}Field.{field}";

    private static Refusal Of(string rule, string code, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            map.Add(name, value);
        return new Refusal(rule, code, map.ToImmutable());
    }
}
