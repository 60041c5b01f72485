using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Journal;
using ScCa.Keys;
using ScCa.Pki;
using ScCa.Pki.Certificates;
using ScCa.Pki.Paths;
using ScCa.Seals;
using ScCa.Seals.Making;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;

namespace ScCa.Issuance.Seals;

/// <summary>
/// The seal maker (制章人) at work: a seal that was decided on becomes the structure of its format, by the same protocol as a certificate. Its key is disposed of
/// with it.
/// </summary>
public sealed class SealOffice : ISealMaker, IDisposable
{
    private const string VendorId = "SCCA";

    private readonly AuthorityKey key;
    private readonly SealMaker maker;
    private readonly IClock clock;
    private readonly SignatureJournal? journal;

    /// <param name="path">The authorities above the maker's certificate, the root last.</param>
    /// <exception cref="ArgumentException">The certificate is not the key's.</exception>
    public SealOffice(PkiCertificate certificate, IKeyHolder key, IReadOnlyList<PkiCertificate> path, IClock clock, SignatureJournal? journal = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        (this.key, this.clock, this.journal) = (new AuthorityKey(key), clock, journal);
        // What the authority itself has issued in a ceremony it need not ask others about.
        var judge = new PathJudge(PathInputs.Of([path[^1]], [.. path.SkipLast(1)])) { Demand = RevocationDemand.None };
        maker = new SealMaker(this.key, certificate, VendorId, judge);
        Certificate = certificate;
    }

    public PkiCertificate Certificate { get; }

    public ValueTask<PreparedSeal> Prepare(SealPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var now = clock.GetCurrentInstant().ToDateTimeOffset();
            var signer = PkiCertificate.From(plan.Signer.Bytes);
            var order = new SealOrder(plan.Name, SealLooks.Of(plan), [signer], signer.NotBefore > now ? signer.NotBefore : now, plan.NotAfter.ToDateTimeOffset())
            {
                Version = VersionOf(plan.Format),
                Type = plan.Kind == HolderKind.Unit ? SealOrder.UnitSeal : SealOrder.PersonalSeal,
            };
            return new(new SingleUseSeal(this, maker.Prepare(order, now), key.Name));
        }
        catch (SealRefusedException refused)
        {
            throw new SealMakingRefusedException(new IssuanceFinding(refused.Refusal.ToString(), "GB/T 38540-2020", refused.ZhCn, refused.En));
        }
        catch (PkiRefusedException refused)
        {
            throw new SealMakingRefusedException(new IssuanceFinding(refused.Refusal.ToString(), "GM/T 0015", refused.ZhCn, refused.En));
        }
    }

    public async ValueTask<Der> Sign(PreparedSeal prepared, CancellationToken cancellation)
    {
        if (prepared is not SingleUseSeal mine || mine.Office != this)
            throw new ArgumentException("Only what this maker itself has prepared is signed.", nameof(prepared));
        cancellation.ThrowIfCancellationRequested();
        var seal = mine.Take();
        if (journal is null)
            return Der.From(seal.Sign().Encoded.Span);
        // The journal counts by serials; a seal's id is as long and as unpredictable as one.
        var serial = SerialNumber.Parse(seal.EsId.TrimStart('0').ToUpper(CultureInfo.InvariantCulture));
        var line = await journal.Begin(serial, mine.TbsDigest, key.Name, "seal", cancellation).ConfigureAwait(false);
        var isSigned = false;
        try
        {
            var signed = Der.From(seal.Sign().Encoded.Span);
            isSigned = true;
            return signed;
        }
        finally
        {
            journal.End(serial, mine.TbsDigest, line, isSigned);
        }
    }

    public void Dispose() => key.Dispose();

    private static SealVersion VersionOf(SealFormat format) => format switch
    {
        SealFormat.GmT0031V2014 => SealVersion.V1,
        SealFormat.GbT38540V2020 => SealVersion.V4,
        SealFormat.GmT0031V2025 => SealVersion.V5,
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private sealed class SingleUseSeal(SealOffice office, UnsignedSeal seal, string keyName) : PreparedSeal
    {
        private UnsignedSeal? left = seal;

        public SealOffice Office => office;

        public override string SealId { get; } = seal.EsId;

        public override Digest TbsDigest { get; } = Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(seal.ToBeSigned.Span)));

        public override string SigningKey => keyName;

        public UnsignedSeal Take() => Interlocked.Exchange(ref left, null) ?? throw new InvalidOperationException("This seal has been signed before.");
    }
}
