using System.Collections.Immutable;
using ScCa.Domain.Seals;
using ScCa.Testing;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Seals;

/// <summary>The file of one seal, its commands and what they come to in each of its states.</summary>
internal static class SealFileLives
{
    public static readonly SealFileId TheFile = SealFileId.Of(TheCertificate, 1);
    public static readonly SealId Seal1 = new("51010000000001");
    public static readonly SealId Seal2 = new("51010000000002");

    private static readonly CommandId Id = new("command-1");

    public static Scenario<SealFile> Nothing { get; } = new(TestPolicies.OneVersion);
    public static Scenario<SealFile> Refused { get; } = Nothing.After(Refuse());
    public static Scenario<SealFile> Intended { get; } = Nothing.After(Intend());
    public static Scenario<SealFile> Abandoned { get; } = Intended.After(Abandon());
    public static Scenario<SealFile> Signed { get; } = Intended.After(Record());

    public static OutcomeTable<SealFile> Table => new(States, AllCommands);

    private static ImmutableArray<NamedState<SealFile>> States { get; } =
    [
        new("nothing signed", Nothing, IssuedAt),
        new("refused by the maker", Refused, IssuedAt),
        new("intent pending", Intended, IssuedAt),
        new("intent abandoned", Abandoned, IssuedAt),
        new("signed", Signed, IssuedAt),
    ];

    public static ImmutableArray<NamedCommand<SealFile>> AllCommands { get; } =
    [
        new("", (_, _) => Intend()),
        new(" under another id", (_, _) => Intend(Seal2)),
        new("", (_, _) => Record()),
        new(" under another id", (_, _) => Record(Seal2)),
        new("", (_, _) => Abandon()),
        new(" under another id", (_, _) => Abandon(Seal2)),
        new("", (_, _) => Refuse()),
    ];

    public static IntendSeal Intend(SealId? seal = null) => new(Id, TheFile, seal ?? Seal1, TbsDigest, SigningKey, IssuedAt);

    public static RecordSeal Record(SealId? seal = null) => new(Id, TheFile, seal ?? Seal1, Example.Signed, IssuedAt);

    public static AbandonSeal Abandon(SealId? seal = null) => new(Id, TheFile, seal ?? Seal1, IssuedAt);

    public static NoteSealRefusal Refuse() => new(Id, TheFile, "picture-unreadable", IssuedAt);
}
