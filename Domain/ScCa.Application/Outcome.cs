using System.Diagnostics.CodeAnalysis;
using ScCa.Application.Texts;
using ScCa.Domain.Refusals;

namespace ScCa.Application;

/// <summary>A refusal as people read it: the rule's id, why, and what to do next, in both languages.</summary>
public sealed record RefusalText(string Rule, string Code, string ZhCn, string En, string NextZhCn, string NextEn, IReadOnlyDictionary<string, string> Facts)
{
    public static RefusalText From(Refusal refusal, TextCatalog texts)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(texts);
        return new RefusalText(
            refusal.Rule,
            refusal.Code,
            texts.Fill(Language.ZhCn, $"{refusal.Code}.text", refusal.Facts),
            texts.Fill(Language.En, $"{refusal.Code}.text", refusal.Facts),
            texts.Fill(Language.ZhCn, $"{refusal.Code}.next", refusal.Facts),
            texts.Fill(Language.En, $"{refusal.Code}.next", refusal.Facts),
            refusal.Facts);
    }

    public string Text(Language language) => language == Language.ZhCn ? ZhCn : En;

    public string Next(Language language) => language == Language.ZhCn ? NextZhCn : NextEn;

    public override string ToString() => $"{Rule} {Code}: {En} {NextEn}";
}

/// <summary>Makes outcomes of values whose type is an interface, which convert to nothing by themselves.</summary>
internal static class Outcome
{
    public static Outcome<T> Of<T>(T value) where T : class => new(value, null);
}

/// <summary>What a host is told: the value it asked for, or why not.</summary>
public sealed class Outcome<T> where T : class
{
    internal Outcome(T? value, RefusalText? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public RefusalText? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(RefusalText refusal) => new(null, refusal);
}
