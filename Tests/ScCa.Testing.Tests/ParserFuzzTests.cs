using System.Formats.Asn1;
using Xunit;

namespace ScCa.Testing.Tests;

public sealed class ParserFuzzTests
{
    // SEQUENCE { INTEGER 5, [0] { UTF8String "abc" }, OCTET STRING { SEQUENCE { BOOLEAN } } }
    private static readonly byte[] Sample = Convert.FromHexString("3011020105A0050C036162630405300301 01FF".Replace(" ", "", StringComparison.Ordinal));

    private sealed class RefusedException(Exception inner) : Exception("refused", inner);

    [Fact]
    public void A_parser_that_refuses_properly_passes_and_both_outcomes_occur()
    {
        var result = ParserFuzz.Run<RefusedException>([Sample], 2000, Guarded);

        Assert.Equal(2000, result.Read + result.Refused);
        Assert.InRange(result.Read, 50, 1950);
    }

    [Fact]
    public void A_parser_that_lets_another_exception_through_is_caught_with_its_seed() =>
        Assert.Contains(ParserFuzz.SeedVariable, Assert.Throws<TestFailedException>(() => ParserFuzz.Run<RefusedException>([Sample], 2000, Parse)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_parser_that_believes_a_length_is_caught() =>
        Assert.Contains("memory", Assert.Throws<TestFailedException>(() => ParserFuzz.Run<RefusedException>([Sample], 2000, Believing)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_others_give_others()
    {
        var mutations = new DerMutations(Sample);
        var made = Enumerable.Range(0, 500).Select(seed => Convert.ToHexString(mutations.Next(new Random(seed)))).ToList();

        Assert.Equal(made, Enumerable.Range(0, 500).Select(seed => Convert.ToHexString(new DerMutations(Sample).Next(new Random(seed)))));
        Assert.True(made.Distinct().Count() > 300);
        Assert.Contains(made, hex => hex.Length > 4000);
    }

    [Fact]
    public void What_is_no_encoding_cannot_be_changed_by_structure() => Assert.Throws<ArgumentException>(() => new DerMutations([0x30, 0x05]));

    private static void Guarded(byte[] input)
    {
        try
        {
            Parse(input);
        }
        catch (Exception e) when (e is AsnContentException)
        {
            throw new RefusedException(e);
        }
    }

    private static void Parse(byte[] input)
    {
        var fields = new AsnReader(input, AsnEncodingRules.DER).ReadSequence();
        fields.ReadIntegerBytes();
        while (fields.HasData)
            fields.ReadEncodedValue();
    }

    private static void Believing(byte[] input)
    {
        if (input is [0x30, 0x84, ..])
            GC.KeepAlive(new byte[1 << 24]);
        Guarded(input);
    }
}
