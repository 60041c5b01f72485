using ScCa.Domain.Seals;
using ScCa.Domain.Tests.Seals;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of the file of every seal, and next to it something wrong that is found.</summary>
public sealed class SealFileProperties(ITestOutputHelper output)
{
    [Fact, Trait("rule", "C1")]
    public void C1_A_seal_is_signed_once_and_every_intent_ends_signed_or_abandoned()
    {
        var coverage = Walk().Check(EveryIntentEnds);
        output.WriteLine(coverage.ToString());

        coverage.Requires(
            nameof(SealSigningIntended), nameof(SealSigningAbandoned), nameof(SealSigned), nameof(SealRefused), "C1 SealAlreadyIntended", "C1 SealNotIntended",
            "C1 SealIdAlreadyUsed", "C1 SealAlreadySigned");
    }

    [Fact, Trait("rule", "C1")]
    public void C1_A_seal_that_is_signed_without_an_intent_is_found() => Finds(Walk(
        (state, command) => (state, command) is (UnsignedSeal { Intent: null }, RecordSeal record)
            ? new SealSigned(record.Seal, record.Signed, record.At)
            : command.Decide(state, TestPolicies.OneVersion),
        (state, happened) => (state, happened) is (UnsignedSeal { Intent: null } unsigned, SealSigned signed)
            ? new SignedSeal(signed.Seal, signed.File, unsigned.BurnedIds)
            : happened.Evolve(state)));

    [Fact, Trait("rule", "C1")]
    public void C1_A_burned_id_that_is_forgotten_is_found() => Finds(Walk(evolve: (state, happened) =>
        happened is SealSigningAbandoned && state is UnsignedSeal unsigned ? unsigned with { Intent = null } : happened.Evolve(state)));

    private static void EveryIntentEnds(Walk<SealFile> walk)
    {
        var intended = walk.Of<SealSigningIntended>().Select(e => e.Event.Seal).ToArray();
        var signed = walk.Of<SealSigned>().Select(e => e.Event.Seal).ToArray();
        var abandoned = walk.Of<SealSigningAbandoned>().Select(e => e.Event.Seal).ToArray();
        var pending = walk.State is UnsignedSeal { Intent: { } intent } ? [intent.Seal] : Array.Empty<SealId>();
        Assert.Equal(intended.Distinct(), intended);
        Assert.Equal(intended.Select(i => i.Value).Order(StringComparer.Ordinal), signed.Concat(abandoned).Concat(pending).Select(i => i.Value).Order(StringComparer.Ordinal));
        Assert.InRange(signed.Length, 0, 1);
        Assert.Equal(abandoned, walk.State is SignedSeal s ? s.BurnedIds : ((UnsignedSeal)walk.State).BurnedIds);
    }

    internal static Walker<SealFile> Walk(
        Func<SealFile, Command<SealFile>, Decision<SealFile>>? decide = null, Func<SealFile, Event<SealFile>, SealFile>? evolve = null)
    {
        var right = new Walker<SealFile>(Example.IssuedAt, Next);
        return new Walker<SealFile>(Example.IssuedAt, Next) { Decide = decide ?? right.Decide, Evolve = evolve ?? right.Evolve };
    }

    private static Command<SealFile> Next(Walk<SealFile> walk, Choices choices)
    {
        var fresh = new SealId($"seal-{walk.History.Length}");
        var pending = walk.State is UnsignedSeal { Intent: { } intent } ? intent.Seal : fresh;
        return choices.Weighted<Command<SealFile>>(
            (6, SealFileLives.Intend(fresh)), (4, SealFileLives.Abandon(pending)), (2, SealFileLives.Record(pending)), (1, SealFileLives.Refuse()),
            (1, SealFileLives.Intend(new SealId("seal-0"))), (1, SealFileLives.Record(new SealId("seal-0"))));
    }

    private void Finds(Walker<SealFile> wrong)
    {
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(EveryIntentEnds));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }
}
