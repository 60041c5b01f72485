using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>A seal maker whose seals are words, the same in every world but for their ids; it remembers every id that it signed under.</summary>
internal sealed class PaperSeals(Perils perils) : ISealMaker
{
    private readonly List<string> signed = [];
    private int ids;

    public IReadOnlyList<string> Signed => signed;

    public ValueTask<PreparedSeal> Prepare(SealPlan plan, CancellationToken cancellation)
    {
        perils.Alive();
        var words = $"{plan.Name}|{plan.Format}|{plan.NotAfter.ToUnixTimeSeconds()}|{Encoding.UTF8.GetString(plan.Signer.Bytes.Span)}";
        return new(new PaperSeal(string.Create(CultureInfo.InvariantCulture, $"seal-{++ids}"), Der.From(Encoding.UTF8.GetBytes(words))));
    }

    public ValueTask<Der> Sign(PreparedSeal prepared, CancellationToken cancellation) => perils.Around("seal maker", () =>
    {
        if (signed.Contains(prepared.SealId))
            throw new TestFailedException($"{prepared.SealId} was signed before.");
        signed.Add(prepared.SealId);
        return ValueTask.FromResult(((PaperSeal)prepared).Der);
    });

    private sealed class PaperSeal(string id, Der der) : PreparedSeal
    {
        public Der Der => der;

        public override string SealId => id;

        public override Digest TbsDigest => Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(der.Bytes.Span)));

        public override string SigningKey => "paper";
    }
}
